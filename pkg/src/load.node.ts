/** Loads the core in Node, from the file. */
import { readFile } from "node:fs/promises";
import type { RawModule } from "./engine.js";
import { coreUrl, load } from "./load.js";

export async function loadFromFile(): Promise<RawModule> {
  return load(await readFile(coreUrl()));
}
