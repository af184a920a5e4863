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
  CsvOptions, CsvTable, Edit, FishboneInput, ChartInput, JobInput, JobReading, Picture, PictureOptions, SignalRecord,
} from "./types.js";

export { HeadwaterError, type HeadwaterErrorCode } from "./error.js";
export { hideSmall, readChart, readCharts, readFunnel, readPareto, suggestChart } from "./chart.js";
export { Plan, type Reconciled } from "./plan.js";
export type * from "./types.js";
export type { CoreSource } from "./engine.js";

useLoader(load);

/** The core as it runs. */
export interface Engine {
  engine: "wasm";
  version: string;
}

/**
 * Starts the core. Call it once and await it; further calls give the same promise, and a failed start may be tried
 * again. Nothing is fetched before.
 *
 * @param options.wasm where the core comes from, if not from beside the script
 * @throws HeadwaterError `engine/load-failed`, or `engine/blocked` where the page forbids WebAssembly
 */
export async function init(options: { wasm?: CoreSource } = {}): Promise<Engine> {
  return { engine: "wasm", version: (await start(options.wasm)).version() };
}

/** Reads which Job a story and answers speak for, and says why. */
export function readJob(input: JobInput): JobReading {
  const text = toJson(input, "input");
  return ask((raw) => raw.readJob(text));
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

/**
 * Drafts a plan from what your system has noticed: edits that state a problem, define a measure with its series, and
 * propose causes to ask about, each marked as a question. Nothing is said to be the cause of anything.
 *
 * @example
 * const edits = fromSignal({ kind: "attendance-dip", id: "sis-7", group: "Grade 7", size: 412, affected: 61 });
 * for (const edit of edits) plan.edit(edit);
 *
 * @throws HeadwaterError `signal/too-few` for a group, or a number of people, below 10
 */
export function fromSignal(record: SignalRecord): Edit[] {
  const text = toJson(record, "record");
  return ask((raw) => raw.fromSignal(text));
}

/** Reads dated values from CSV text, forgivingly, and says how it read them. */
export function readCsv(text: string, options: CsvOptions = {}): CsvTable {
  const [whole, how] = [wholeText(text, "file"), toJson(options, "options")];
  return ask((raw) => raw.readCsv(whole, how));
}
