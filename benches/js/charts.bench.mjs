/** The work of benches/charts.rs through wasm, as a host calls it: input and answer as JavaScript has them. */
import { init, readChart } from "headwater";
import { measure, noise } from "./measure.mjs";

await init();
const values = noise(100_000);
await measure("charts", {
  "a run chart of 100,000 points": () => readChart({ kind: "run", values }),
  "an i chart of 100,000 points": () => readChart({ kind: "i", values }),
});
