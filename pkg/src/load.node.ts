/** Loads the core in Node, from the package's own file. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { CoreSource, Loaded } from "./engine.js";
import { coreUrl, load } from "./load.js";

export async function loadFromFile(source: CoreSource = ownFile(), fallback: boolean): Promise<Loaded> {
  const isFile = source instanceof URL && source.protocol === "file:";
  return load(isFile ? await readFile(source) : source, fallback);
}

/** The file beside this script. A framework that bundles for its server moves the script: then the installed file. */
function ownFile(): CoreSource {
  const beside = coreUrl();
  if (beside instanceof URL && beside.protocol === "file:") return beside;
  return new URL(`file://${createRequire(`${process.cwd()}/`).resolve("headwater/core.wasm")}`);
}
