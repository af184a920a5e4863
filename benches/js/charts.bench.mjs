/** The work of benches/charts.rs through wasm, as a host calls it: input and answer as JavaScript has them. */
import { init, readChart, readCharts } from "headwater";
import { measure, noise } from "./measure.mjs";

await init();
const values = noise(100_000);
const many = { kind: "run", values: noise(24_000), starts: Uint32Array.from({ length: 1_000 }, (_, chart) => 24 * chart) };
await measure("charts", {
  "1,000 run charts of 24 points": () => readCharts(many),
  "a run chart of 100,000 points": () => readChart({ kind: "run", values }),
  "an i chart of 100,000 points": () => readChart({ kind: "i", values }),
});
