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
  series(measure: string): string;
  fishbone(problem: string): string;
  picture(kind: string, id: string): string;
  markdown(): string;
  free(): void;
}

/** The raw exports that the facade uses: JSON text in, JSON text out; long lists of numbers as typed arrays. */
export interface RawModule {
  version(): string;
  /** Asks for a fresh instance at the next call. */
  renew(): void;
  readJob(input: string): string;
  readChart(input: string): string;
  /** JSON text, and the numbers in columns as `src/wasm/charts.rs` orders them. */
  readColumns(
    input: string, values: Float64Array, denominators?: Float64Array, starts?: Uint32Array,
  ): [text: string, numbers: Float64Array];
  suggestChart(input: string): string;
  readFunnel(input: string): string;
  readPareto(input: string): string;
  hideSmall(table: string, threshold: number): string;
  draw(kind: string, input: string, options: string): string;
  readCsv(text: string, options: string): string;
  fromSignal(record: string): string;
  Plan: { create(title: string): RawPlan; open(document: string): RawPlan; reconcile(document: string): RawPlan };
}

/** Where the core comes from: its address, its bytes, or a module that is already compiled. */
export type CoreSource = URL | string | Response | BufferSource | WebAssembly.Module;
/** A core that has been loaded: as WebAssembly, or as its twin in JavaScript. */
export interface Loaded {
  raw: RawModule;
  engine: "wasm" | "js";
}

/** How the core is loaded; `fallback` allows the twin where the page forbids WebAssembly. */
export type Loader = (source: CoreSource | undefined, fallback: boolean) => Promise<Loaded>;

let loader: Loader | undefined;
let starting: Promise<Loaded> | undefined;
let running: RawModule | undefined;
/** Counts the instances: a handle of an earlier one leads nowhere. */
let life = 0;

/** Sets how the core is loaded. An entry point calls this while it is imported; nothing is fetched by it. */
export function useLoader(load: Loader): void {
  loader = load;
}

/** Starts the core: the same promise for every caller, until it fails. */
export function start(source?: CoreSource, fallback = true): Promise<Loaded> {
  starting ??= (loader ?? Promise.reject)(source, fallback).then(
    (loaded) => {
      running = loaded.raw;
      return loaded;
    },
    (error: unknown) => {
      starting = undefined;
      throw error;
    },
  );
  return starting;
}

/** Which instance is running; a handle keeps the number of its own. */
export function currentLife(): number {
  return life;
}

/** The running core, or an error that names the fix. */
export function core(): RawModule {
  if (running) return running;
  throw new HeadwaterError("engine/not-initialised", "Headwater has not started yet. Await init() once, before anything else.");
}

/** Calls the core and maps what it throws. After a trap the instance is given up; the next call gets a fresh one. */
export function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const error = fromCore(thrown);
    if (error.code === "engine/crashed") {
      life += 1;
      running?.renew();
    }
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
  let infinite = false;
  try {
    text = JSON.stringify(value, function (key, part: unknown) {
      infinite ||= part === Infinity || part === -Infinity;
      // In a list NaN is a value that is missing; anywhere else it is a mistake, which JSON would hide as null.
      if (typeof part === "number" && !Number.isFinite(part) && !Array.isArray(this)) throw new HeadwaterError(
        "input/bad-number", `The ${name} holds a number that is not finite. Leave “${key}” out, or give a number.`, { path: key },
      );
      return isTyped(part) ? Array.from(part) : part;
    });
  } catch (cause) {
    if (cause instanceof HeadwaterError) throw cause;
    const why = cause instanceof RangeError ? "is nested too deep" : "refers to itself or holds a BigInt";
    throw new HeadwaterError("input/bad-field", `The ${name} cannot be written as JSON: it ${why}.`, { cause });
  }
  if (text === undefined) throw new HeadwaterError("input/bad-field", `The ${name} is missing. Pass an object.`);
  // JSON would make it null, and a missing value of it.
  if (infinite) refuseInfinity(value, "");
  // Only half of a surrogate pair is written as an escape like this; a backslash that was in the text is doubled.
  if (/\\ud[89a-f]/.test(text)) refuseHalves(JSON.parse(text), "", name);
  return text;
}

/** Whether this is a typed array. */
export function isTyped(value: unknown): value is ArrayLike<number> & ArrayBufferView {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function refuseInfinity(value: unknown, path: string): void {
  if (value === Infinity || value === -Infinity) {
    const message = "This number cannot be used: it is infinite. Write null where there is no value.";
    throw new HeadwaterError("input/bad-number", message, { path });
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) refuseInfinity(part, path ? `${path}.${key}` : key);
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
