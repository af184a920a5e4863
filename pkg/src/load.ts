/** Loads the core in a page, and says in plain words why it could not. */
import startCore, * as glue from "../wasm/headwater.js";
import type { CoreSource, RawModule } from "./engine.js";
import { HeadwaterError } from "./error.js";

/** Where the core lies; the one place that names the file, so that bundlers copy it once. */
export function coreUrl(): URL {
  return new URL("../wasm/headwater_bg.wasm", import.meta.url);
}

/** Loads from an address, a response, bytes or a compiled module; by default from the package's own file. */
export async function load(source: CoreSource = coreUrl()): Promise<RawModule> {
  await startCore({ module_or_path: await compile(source) });
  return glue as unknown as RawModule;
}

async function compile(given: CoreSource): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === "undefined") throw blocked(undefined);
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
    if (error instanceof HeadwaterError) throw error;
    throw /unsafe-eval|Content Security Policy|disallowed|blocked by CSP/i.test(String(error)) ? blocked(error) : failed(String(error), error);
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
