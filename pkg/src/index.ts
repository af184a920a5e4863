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
  ChartInput, CsvOptions, CsvTable, Edit, JobInput, JobReading, Picture, PictureInputs, PictureKind, PictureOptions,
  SignalRecord,
} from "./types.js";

export { HeadwaterError, type HeadwaterErrorCode } from "./error.js";
export { hideSmall, readChart, readCharts, readFunnel, readPareto, suggestChart } from "./chart.js";
export { Plan, type Reconciled } from "./plan.js";
export { toPng } from "./png.js";
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

/** Draws a picture of any kind. The functions below do the same, each for one kind. */
export function draw<Kind extends PictureKind>(
  kind: Kind,
  input: PictureInputs[Kind],
  options: PictureOptions = {},
): Picture {
  const [text, how] = [toJson(input, "input"), toJson(options, "options")];
  return ask((raw) => raw.draw(wholeText(kind, "kind", "kind"), text, how));
}

const drawer =
  <Kind extends PictureKind>(kind: Kind) =>
  (input: PictureInputs[Kind], options?: PictureOptions): Picture =>
    draw(kind, input, options);

/** Draws a problem with its causes as a fishbone. */
export const drawFishbone = /* @__PURE__ */ drawer("fishbone");
/** Draws a problem with its causes as a tree of whys. */
export const drawWhys = /* @__PURE__ */ drawer("whys");
/** Draws an aim, what it needs, and the ideas for it. */
export const drawDrivers = /* @__PURE__ */ drawer("drivers");
/** Draws cycles as stairs that climb from the first to the latest. */
export const drawRamp = /* @__PURE__ */ drawer("ramp");
/** Draws cycles in a column for each stage. */
export const drawBoard = /* @__PURE__ */ drawer("board");
/** Draws what there is most of on top, with the line that adds up. */
export const drawPareto = /* @__PURE__ */ drawer("pareto");
/** Reads a series and draws it as a chart. */
export const drawChart = /* @__PURE__ */ drawer("chart");
/** Reads a series and draws it as high as a line of text. */
export const drawSparkline = /* @__PURE__ */ drawer("sparkline");
/** Reads rates of several places and draws them by their size, within the limits of each size. */
export const drawFunnel = /* @__PURE__ */ drawer("funnel");
/** Reads several series and draws them side by side on one scale. */
export const drawSmallMultiples = /* @__PURE__ */ drawer("grid");

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
