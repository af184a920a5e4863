/** The one instance of the core: how it is started, reached, and given up after a trap. */
import { HeadwaterError, fromCore } from "./error.js";

/** A plan that lives in the core. */
export interface RawPlan {
  edit(edit: string, note: string): string;
  undo(note: string): string;
  redo(note: string): string;
  canUndo(): boolean;
  canRedo(): boolean;
  save(history: boolean): string;
  digest(): string;
  repairs(): string;
  pathway(): string;
  findings(): string;
  series(measure: string): string;
  fishbone(problem: string): string;
  markdown(): string;
  free(): void;
}

/** The raw exports that the facade uses: JSON text in, JSON text out. */
export interface RawModule {
  version(): string;
  readJob(input: string): string;
  readChart(input: string): string;
  drawFishbone(input: string, options: string): string;
  drawChart(input: string, options: string): string;
  readCsv(text: string, options: string): string;
  fromSignal(record: string): string;
  Plan: { create(title: string): RawPlan; open(document: string): RawPlan; reconcile(document: string): RawPlan };
}

/** Where the core comes from: its address, its bytes, or a module that is already compiled. */
export type CoreSource = URL | string | Response | BufferSource | WebAssembly.Module;
export type Loader = (source?: CoreSource) => Promise<RawModule>;

let loader: Loader | undefined;
let starting: Promise<RawModule> | undefined;
let running: RawModule | undefined;
let crashed: HeadwaterError | undefined;

/** Sets how the core is loaded. An entry point calls this while it is imported; nothing is fetched by it. */
export function useLoader(load: Loader): void {
  loader = load;
}

/** Starts the core: the same promise for every caller, until it fails. */
export function start(source?: CoreSource): Promise<RawModule> {
  starting ??= (loader ?? Promise.reject)(source).then(
    (raw) => (running = raw),
    (error: unknown) => {
      starting = undefined;
      throw error;
    },
  );
  return starting;
}

/** The running core, or an error that names the fix. */
export function core(): RawModule {
  if (crashed) throw crashed;
  if (running) return running;
  throw new HeadwaterError("engine/not-initialised", "Headwater has not started yet. Await init() once, before anything else.");
}

/** Calls the core and maps what it throws. */
export function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const error = fromCore(thrown);
    if (error.code === "engine/crashed") crashed = error;
    throw error;
  }
}

/** Calls a function that answers in JSON. */
export function ask<T>(work: (raw: RawModule) => string): T {
  const raw = core();
  return JSON.parse(guard(() => work(raw))) as T;
}

/** A value as JSON text; what JSON cannot hold is refused rather than dropped. */
export function toJson(value: unknown, name: string): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value, function (key, part: unknown) {
      // In a list NaN is a value that is missing; anywhere else it is a mistake, which JSON would hide as null.
      if (typeof part === "number" && !Number.isFinite(part) && !Array.isArray(this)) throw new HeadwaterError(
        "input/bad-number", `The ${name} holds a number that is not finite. Leave “${key}” out, or give a number.`, { path: key },
      );
      return ArrayBuffer.isView(part) && !(part instanceof DataView) ? Array.from(part as unknown as ArrayLike<number>) : part;
    });
  } catch (cause) {
    if (cause instanceof HeadwaterError) throw cause;
    const why = cause instanceof RangeError ? "is nested too deep" : "refers to itself or holds a BigInt";
    throw new HeadwaterError("input/bad-field", `The ${name} cannot be written as JSON: it ${why}.`, { cause });
  }
  if (text === undefined) throw new HeadwaterError("input/bad-field", `The ${name} is missing. Pass an object.`);
  // Only half of a surrogate pair is written as an escape like this; a backslash that was in the text is doubled.
  if (/\\ud[89a-f]/.test(text)) refuseHalves(JSON.parse(text), "", name);
  return text;
}

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function broken(name: string, path: string): HeadwaterError {
  const message = `The ${name} is broken: half of a character is missing. Copy it again from its source.`;
  return new HeadwaterError("input/lone-surrogate", message, { path });
}

/** Finds the text that half of a character is missing from, and refuses it with its place. */
function refuseHalves(value: unknown, path: string, name: string): void {
  if (typeof value === "string" && HALF.test(value)) throw broken(path || name, path);
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) refuseHalves(part, path ? `${path}.${key}` : key, name);
}

/** Text that goes to the core as it is; half a character would silently become another one on the way. */
export function wholeText(text: unknown, name: string, path = ""): string {
  if (typeof text !== "string") throw new HeadwaterError("input/bad-field", `The ${name} must be text.`, { path });
  if (HALF.test(text)) throw broken(name, path);
  return text;
}
