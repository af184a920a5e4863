/** Loads the core in Node, from the package's own file. */
import { readFile } from "node:fs/promises";
import type { CoreSource, RawModule } from "./engine.js";
import { coreUrl, load } from "./load.js";

export async function loadFromFile(source: CoreSource = coreUrl()): Promise<RawModule> {
  const isFile = source instanceof URL && source.protocol === "file:";
  return load(isFile ? await readFile(source) : source);
}
