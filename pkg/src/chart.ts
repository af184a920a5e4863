/** Charts: series cross to the core and back as typed arrays wherever they can. */
import { ask, core, guard, isTyped, toJson } from "./engine.js";
import { HeadwaterError } from "./error.js";
import type {
  ChartColumns, ChartInput, ChartPoint, ChartReading, ChartSuggestion, ChartsReading, PlacesInput, FunnelReading,
  PartsInput, ParetoReading, RuleId,
} from "./types.js";

/** The rules in the order of their bits. */
export const RULES: readonly RuleId[] = Object.freeze([
  "longest-run", "crossings", "beyond-limits", "astronomical", "shift", "trend", "two-in-three", "four-in-five",
  "alternating", "hugging", "avoiding", "few-runs", "many-runs",
] as const);
const TYPES = [null, "common", "improvement", "concern", "neutralHigh", "neutralLow"] as const;
const VARIATIONS = [
  "common", "improvementHigh", "improvementLow", "concernHigh", "concernLow", "neutralHigh", "neutralLow",
] as const;
const ASSURANCES = ["pass", "fail", "inconsistent"] as const;

/** Reads a series: its centre line, its runs, and whether they are more than chance. */
export function readChart(input: ChartInput): ChartReading {
  const { values, denominators, ...rest } = input ?? {};
  // Rows of a subgroup, or of a day, become one point, and a calendar drops some; only the core knows which.
  const alone = rest.subgroups == null && rest.calendar == null && !(rest.dates && (rest.kind === "xbar" || rest.kind === "s"));
  const [numbers, sizes] = [column(values), denominators == null ? undefined : column(denominators)];
  if (!alone || !numbers || sizes === null) {
    const text = toJson(input, "input");
    return ask((raw) => raw.readChart(text));
  }
  const text = toJson({ ...rest, values: [] }, "input");
  const raw = core();
  const [answer, out] = guard(() => raw.readColumns(text, numbers, sizes));
  const reading = JSON.parse(answer) as ChartReading;
  // Points are in time order, and dates that are written so sort in it.
  const dates = rest.dates && Array.from(rest.dates).sort();
  return withPoints(reading, () => points(out, numbers.length, dates));
}

/**
 * Reads many series that are charted alike, in one call: typed arrays in and out, without the words.
 *
 * @example
 * const charts = readCharts({ kind: "run", values: Float64Array.of(3, 5, 4, 90, 91), starts: Uint32Array.of(0, 3) });
 * charts.phases.centre; // 4 and 90.5
 */
export function readCharts(columns: ChartColumns): ChartsReading {
  const { values, denominators, starts, ...rest } = columns ?? {};
  const numbers = needed(column(values), "values");
  const sizes = denominators == null ? undefined : needed(column(denominators), "denominators");
  const begins = needed(column(starts), "starts");
  const text = toJson({ ...rest, values: [] }, "input");
  const raw = core();
  const [answer, out] = guard(() => raw.readColumns(text, numbers, sizes, Uint32Array.from(begins)));
  let at = 0;
  const next = (count: number) => out.subarray(at, (at += count));
  const count = numbers.length;
  const [value, lower, upper, flags] = [next(count), next(count), next(count), next(count)];
  const signals = new Uint16Array(count);
  const type = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const bits = flags[index] as number;
    signals[index] = bits & 0xffff;
    type[index] = bits >> 16;
  }
  const phases = (out.length - at - 3 * begins.length - 1) / 10;
  const names = [
    "start", "end", "observations", "useful", "longestRun", "longestRunLimit", "crossings", "crossingsLimit",
    "runsSignal", "centre",
  ] as const;
  const ofPhases = Object.fromEntries(names.map((name) => [name, next(phases)])) as ChartsReading["phases"];
  const centre = new Float64Array(count);
  const phase = new Uint32Array(count);
  for (let number = 0; number < phases; number++) {
    const [start, end] = [ofPhases.start[number], ofPhases.end[number]];
    centre.fill(ofPhases.centre[number] as number, start, end);
    phase.fill(number, start, end);
  }
  const firstPhase = Uint32Array.from(next(begins.length + 1));
  const icons = <T>(list: readonly T[]) => Array.from(next(begins.length), (icon) => list[icon] ?? null);
  return {
    value, centre, lower, upper, signals, type, phase, phases: ofPhases, firstPhase,
    variation: icons(VARIATIONS), assurance: icons(ASSURANCES), rules: RULES, types: TYPES,
    certificate: JSON.parse(answer),
  };
}

/**
 * Suggests a chart for the data and says why. Read it with the kind, and the subgroups if there are any, put into the data.
 *
 * Looks at whether values count people or events, at their denominators, at how alike neighbours are, at the days of the
 * week, and at how widely values scatter.
 */
export function suggestChart(data: Omit<ChartInput, "kind">): ChartSuggestion {
  const text = toJson({ ...data, kind: "run" }, "data");
  const { kind, subgroups, reasons } = ask<ChartSuggestion & { subgroups: string[] | null }>((raw) => raw.suggestChart(text));
  return subgroups ? { kind, subgroups, reasons } : { kind, reasons };
}

/** Compares places by their rate and size, with limits that widen as the size falls (Spiegelhalter 2005). */
export function readFunnel(input: PlacesInput): FunnelReading {
  const text = toJson(input, "input");
  return ask((raw) => raw.readFunnel(text));
}

/** Sorts the parts of a whole, and says which few make up four fifths of it. */
export function readPareto(input: PartsInput): ParetoReading {
  const text = toJson(input, "input");
  return ask((raw) => raw.readPareto(text));
}

/**
 * Which cells of a table of counts to hide: those under the threshold, and with them enough others that no row and no
 * column hides exactly one, which its total would give away. Null cells count as hidden.
 */
export function hideSmall(table: (number | null)[][], threshold = 10): boolean[][] {
  if (typeof threshold !== "number" || !(threshold >= 0)) {
    throw new HeadwaterError("input/bad-number", "The threshold must be 0 or more.", { path: "threshold" });
  }
  const text = toJson(table, "table");
  return ask((raw) => raw.hideSmall(text, threshold));
}

/** A list of numbers as a typed array, with NaN for what is missing; null if it holds anything else. */
function column(list: unknown): Float64Array | null {
  if (list instanceof Float64Array) return list;
  if (isTyped(list)) return Float64Array.from(list, Number);
  if (!Array.isArray(list)) return null;
  const numbers = new Float64Array(list.length);
  for (let index = 0; index < list.length; index++) {
    const value: unknown = list[index];
    if (typeof value !== "number" && value != null) return null;
    numbers[index] = value ?? NaN;
  }
  return numbers;
}

function needed(numbers: Float64Array | null, path: string): Float64Array {
  if (numbers) return numbers;
  throw new HeadwaterError("input/bad-field", `The ${path} must be a list of numbers or a typed array.`, { path });
}

/** Long lists of points are made when they are first asked for: many readings are about the words. */
function withPoints(reading: ChartReading, make: () => ChartPoint[]): ChartReading {
  let made: ChartPoint[] | undefined;
  return Object.defineProperty(reading, "points", {
    get: () => (made ??= make()),
    set: (points: ChartPoint[]) => void (made = points),
    enumerable: true,
    configurable: true,
  });
}

function points(out: Float64Array, count: number, dates: string[] | undefined): ChartPoint[] {
  const number = (at: number) => {
    const value = out[at] as number;
    return value === value ? value : null;
  };
  const points = new Array<ChartPoint>(count);
  for (let index = 0; index < count; index++) {
    const flags = out[3 * count + index] as number;
    points[index] = {
      index,
      date: dates?.[index] ?? null,
      value: number(index),
      centre: number(4 * count + index),
      lower: number(count + index),
      upper: number(2 * count + index),
      signals: flags & 0xffff ? RULES.filter((_, bit) => flags & (1 << bit)) : [],
      type: TYPES[(flags >> 16) & 15] ?? null,
      phase: out[5 * count + index] as number,
      excluded: flags >> 20 === 1,
    };
  }
  return points;
}
