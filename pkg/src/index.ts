/** The facade. */
import { start, useLoader } from "./engine.js";
import { load } from "./load.js";

export type * from "./types.js";

useLoader(() => load());

/** Starts the core. */
export async function init(): Promise<{ engine: "wasm"; version: string }> {
  return { engine: "wasm", version: (await start()).version() };
}
