/** Loads the core from bytes inside the script, for hosts that serve no file beside it. */
import bytes from "headwater:bytes";
import type { CoreSource, Loaded } from "./engine.js";
import { load } from "./load.js";

export function loadFromScript(source: CoreSource = bytes, fallback: boolean): Promise<Loaded> {
  return load(source, fallback);
}
