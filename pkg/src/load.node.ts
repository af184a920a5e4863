/** Loads the core in Node, from the package's own file. */
import { readFile } from "node:fs/promises";
import type { CoreSource, Loaded } from "./engine.js";
import { coreUrl, load } from "./load.js";

export async function loadFromFile(source: CoreSource = coreUrl(), fallback: boolean): Promise<Loaded> {
  const isFile = source instanceof URL && source.protocol === "file:";
  return load(isFile ? await readFile(source) : source, fallback);
}
