/**
 * School improvement to embed.
 *
 * @example
 * import { init, readJob } from "headwater";
 * await init();
 * const reading = readJob({ statement: "I did my part, but transportation says it isn't theirs." });
 * console.log(reading.outcome, reading.explanation);
 *
 * @module
 */
import { type CoreSource, ask, start, toJson, useLoader, wholeText } from "./engine.js";
import { load } from "./load.js";
import type {
  ChartInput, ChartReading, CsvOptions, CsvTable, FishboneInput, JobInput, JobReading, Picture, PictureOptions,
} from "./types.js";

export { HeadwaterError, type HeadwaterErrorCode } from "./error.js";
export { Plan } from "./plan.js";
export type * from "./types.js";
export type { CoreSource } from "./engine.js";

useLoader(load);

/** The core as it runs. */
export interface Engine {
  /** `js` where the page forbids WebAssembly: the same core as JavaScript, several times slower. */
  engine: "wasm" | "js";
  version: string;
}

/**
 * Starts the core. Call it once and await it; further calls give the same promise, and a failed start may be tried
 * again. Nothing is fetched before.
 *
 * @param options.wasm where the core comes from, if not from beside the script
 * @param options.fallback `false` to fail where the page forbids WebAssembly, instead of loading the core as JavaScript
 * @throws HeadwaterError `engine/load-failed`, or `engine/blocked` where the page forbids WebAssembly
 */
export async function init(options: { wasm?: CoreSource; fallback?: boolean } = {}): Promise<Engine> {
  const { raw, engine } = await start(options.wasm, options.fallback);
  return { engine, version: raw.version() };
}

/** Reads which Job a story and answers speak for, and says why. */
export function readJob(input: JobInput): JobReading {
  const text = toJson(input, "input");
  return ask((raw) => raw.readJob(text));
}

/** Reads a series: its centre line, its runs, and whether they are more than chance. */
export function readChart(input: ChartInput): ChartReading {
  const text = toJson(input, "input");
  return ask((raw) => raw.readChart(text));
}

/** Draws a problem with its causes as a fishbone. */
export function drawFishbone(input: FishboneInput, options: PictureOptions = {}): Picture {
  const [text, how] = [toJson(input, "input"), toJson(options, "options")];
  return ask((raw) => raw.drawFishbone(text, how));
}

/** Reads a series and draws it as a chart. */
export function drawChart(input: ChartInput, options: PictureOptions = {}): Picture {
  const [text, how] = [toJson(input, "input"), toJson(options, "options")];
  return ask((raw) => raw.drawChart(text, how));
}

/** Reads dated values from CSV text, forgivingly, and says how it read them. */
export function readCsv(text: string, options: CsvOptions = {}): CsvTable {
  const [whole, how] = [wholeText(text, "file"), toJson(options, "options")];
  return ask((raw) => raw.readCsv(whole, how));
}
