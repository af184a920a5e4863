/** Loads the core in a page. */
import start, * as raw from "../wasm/headwater.js";
import type { RawModule } from "./engine.js";

/** Where the core lies; the one place that names the file, so that bundlers copy it once. */
export function coreUrl(): URL {
  return new URL("../wasm/headwater_bg.wasm", import.meta.url);
}

export async function load(source?: BufferSource): Promise<RawModule> {
  await start({ module_or_path: source ?? coreUrl() });
  return raw as unknown as RawModule;
}
