/** Loads the core in a page, and says in plain words why it could not. */
import startCore, * as glue from "../wasm/headwater.js";
import type { CoreSource, Loaded, RawModule } from "./engine.js";
import { HeadwaterError } from "./error.js";

/** The build that this script belongs to; put in by the build. */
declare const __HEADWATER_BUILD__: string;

/** Where the core lies; the one place that names the file, so that bundlers copy it once. */
export function coreUrl(): URL {
  return new URL("../wasm/headwater_bg.wasm", import.meta.url);
}

/** Loads from an address, a response, bytes or a compiled module; by default from the package's own file. */
export async function load(source: CoreSource | undefined, fallback: boolean): Promise<Loaded> {
  try {
    refuseWhereForbidden();
    await startCore({ module_or_path: belongs(await compile(source ?? coreUrl())) });
    return { raw: glue as unknown as RawModule, engine: "wasm" };
  } catch (error) {
    if (!fallback || (error as HeadwaterError).code !== "engine/blocked") throw error;
    return { raw: await twin(), engine: "js" };
  }
}

/** The same core as JavaScript; a script of its own, loaded only here. */
async function twin(): Promise<RawModule> {
  try {
    return (await import("../wasm/twin/headwater.js")) as unknown as RawModule;
  } catch (error) {
    throw failed(`this page forbids WebAssembly, and the script that stands in for it did not load (${String(error)})`, error);
  }
}

/** An empty module shows what the page's policy says before anything is fetched. */
function refuseWhereForbidden(): void {
  if (typeof WebAssembly === "undefined") throw blocked(undefined);
  try {
    new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  } catch (error) {
    throw blocked(error);
  }
}

/** A cache may bring a wasm of another build than the script: they would misunderstand each other. */
function belongs(module: WebAssembly.Module): WebAssembly.Module {
  const [section] = WebAssembly.Module.customSections(module, "headwater");
  const found = section && new TextDecoder().decode(section);
  if (found === __HEADWATER_BUILD__) return module;
  const text = `The core is of another build (${found ?? "none"}) than the script (${__HEADWATER_BUILD__}). Serve both from one version of the package, and clear the cache between.`;
  throw new HeadwaterError("engine/mismatch", text);
}

async function compile(given: CoreSource): Promise<WebAssembly.Module> {
  if (given instanceof WebAssembly.Module) return given;
  try {
    const source = given instanceof URL || typeof given === "string" ? await fetched(given) : given;
    if (!(source instanceof Response)) return await WebAssembly.compile(source);
    if (source.headers.get("content-type")?.startsWith("application/wasm")) {
      return await WebAssembly.compileStreaming(source);
    }
    // Served with another MIME type: streaming would be refused, the bytes are not.
    const bytes = await source.arrayBuffer();
    if (new Uint8Array(bytes)[0] === 0x3c) {
      throw failed(`${source.url || "the server"} answered with a page instead of the file. Check the address and the bundler's rule for .wasm.`);
    }
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw error instanceof HeadwaterError ? error : failed(String(error), error);
  }
}

async function fetched(url: URL | string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: "same-origin" });
  } catch (error) {
    throw failed(`${String(url)} could not be fetched. Check the address and the page's connect-src policy.`, error);
  }
  if (!response.ok) throw failed(`${String(url)} answered with status ${response.status}. Serve the file there, or pass its address to init({ wasm }).`);
  return response;
}

function failed(reason: string, cause?: unknown): HeadwaterError {
  return new HeadwaterError("engine/load-failed", `The core could not be loaded: ${reason}`, { cause });
}

function blocked(cause: unknown): HeadwaterError {
  const text = "This page's policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src policy.";
  return new HeadwaterError("engine/blocked", text, { cause });
}
