/** The public types. Written by hand; fixtures that the Rust core serialises are checked against them. */
import type { HeadwaterErrorCode } from "./error.js";

/** A sentence for a person: its key in the catalogues, its parameters, and its English text. */
export interface Message {
  key: string;
  args: Record<string, string | number>;
  text: string;
}

/* ------------------------------------------------------------------ Jobs */

/** Which Job brings a leader to continuous improvement. */
export type Job = "correct" | "coordinate" | "reorient";
/** A Job, or none of them. */
export type Outcome = Job | "none";

/** Answers to the classifier's questions. Each is hard evidence on its axis. */
export interface JobAnswers {
  /** One problem, or many that hang together? */
  unit?: "one" | "many";
  /** Could the people I direct fix it, does it need others, or is it the whole organisation's way of working? */
  reach?: "own" | "others" | "whole";
  /** What is missing most: tools to find the cause, others pulling the same way, or a way of working? */
  lacking?: "tools" | "rally" | "way";
  /** Is there a struggle at all, or a duty, a purchase, a remark? */
  struggle?: "yes" | "no";
}
export type Axis = keyof JobAnswers;

/** What a leader said and answered. At least one of the two is worth giving. */
export interface JobInput {
  /** The story in the leader's own words; English is read, at most 20,000 UTF-16 units. */
  statement?: string;
  answers?: JobAnswers;
}

/** Words of the statement that speak for a value of an axis. */
export interface JobEvidence {
  axis: Axis;
  value: string;
  /** How strongly these words speak for the value, in log-odds (natural logarithm); more than 0. */
  weight: number;
  /** UTF-16 start and end in the statement: `statement.slice(...span) === quote`. */
  span: [number, number];
  quote: string;
}

/** The question worth asking next. */
export interface JobQuestion {
  axis: Axis;
  question: string;
  options: { value: string; label: string }[];
}

/** Which Job a statement and answers speak for, and why. */
export interface JobReading {
  /** The Job, or null when the reading abstains or finds none. */
  job: Job | null;
  /** The most probable of the four, always given. */
  outcome: Outcome;
  /** Sums to 1. */
  probabilities: Record<Outcome, number>;
  /** The probability of `outcome`, 0 to 1. */
  confidence: number;
  /** Why no Job is named although something was said; null when the reading commits. */
  abstained: null | { reason: "no-input" | "too-little" | "unsure" | "not-english" | "contradiction"; message: Message };
  axes: {
    unit: { one: number; many: number };
    reach: { own: number; others: number; whole: number };
    lacking: { tools: number; rally: number; way: number };
    struggle: { yes: number; no: number };
  };
  /** In the order of the text. */
  evidence: JobEvidence[];
  /** Null when no answer would change the reading. */
  next: JobQuestion | null;
  /** Two or three sentences in English for the leader: the reading and the words it rests on. */
  explanation: string;
}

/* ------------------------------------------------------------------ Charts */

export type ChartKind =
  | "run" | "i" | "mr" | "ip" | "p" | "pp" | "u" | "up" | "c" | "g" | "t" | "xbar" | "s";

/** Which rules look for signals. Default `anhoej`: longest run, crossings, and points beyond the limits. */
export type RuleSet = "anhoej" | "nhs" | "western-electric" | "nelson" | "ihi";

/** A cycle to be marked on a chart. */
export interface CycleMark {
  id: string;
  /** 1 for the first cycle. */
  number: number;
  label: string;
  /** Dates as `2026-09-14`. */
  start: string;
  end?: string;
  decision?: DecisionKind;
}

/** A series and how to read it. Lists that are given must have one entry for each value. */
export interface ChartInput {
  kind: ChartKind;
  /** Values in time order, or numerators where denominators are given; null or NaN is missing. */
  values: (number | null)[] | Float64Array;
  /** 0 or more; needed by p, pp, u and up. A value over 0 is left out. */
  denominators?: (number | null)[] | Float64Array;
  /**
   * The subgroup of each value: rows of one subgroup make one point, in the order of their subgroups. Names that are
   * no dates have no order in time, so runs are not judged. Rows with null are left out.
   */
  subgroups?: (number | string | null)[];
  /** How rows of one subgroup become one value. Default "mean". */
  aggregate?: "mean" | "median" | "sum" | "sd";
  /** Dates as `2026-09-14`; points are put in time order first, and every index counts in that order. */
  dates?: string[];
  /** Index of the first point of each phase after the first. Those past the last point have no effect yet. */
  phaseStarts?: number[];
  /**
   * How many points from the start set the centre line (and limits). Under `nhs` it counts in each phase and is 12 or
   * more; under the others it is not used where there are phases.
   */
  baseline?: number;
  /** Why each phase begins, one for each of `phaseStarts`: what a person said when the chart was re-based. */
  phaseReasons?: string[];
  /** Index of points that are drawn but not reckoned with. Those that are not there have no effect. */
  exclude?: number[];
  /** Index of points whose value the source hides because it would speak of too few people; drawn as such. */
  suppressed?: number[];
  /** A centre line that is given rather than reckoned, before `multiply`; in a g chart the mean. */
  centre?: number;
  /** Factor for values and lines, such as 100 to plot a proportion in percent; more than 0. */
  multiply?: number;
  /** Draw lower limits below 0 at 0 if no value is negative. */
  clampAtZero?: boolean;
  /** Leave out moving ranges beyond 3.267 times their mean, once. Default true. */
  screenMovingRanges?: boolean;
  /** A rule set, or a set and those of its rules that are to look: `{ set: "nelson", only: ["shift", "trend"] }`. */
  rules?: RuleSet | { set: RuleSet; only?: RuleId[] };
  direction?: "increase" | "decrease" | "neutral";
  /** As plotted, after `multiply`. */
  target?: number;
  /** What is measured, for sentences and the picture. */
  title?: string;
  /** What stands behind a number: "%" or a word such as "pupils". */
  unit?: string;
  /** The days on which there is school: a missing value on another day is no gap. Needs `dates`. */
  calendar?: SchoolDays;
  /** Hide points that rest on fewer people than this, as {@link hideSmall} does; true for 10. Default: show all. */
  suppress?: number | boolean;
  cycles?: CycleMark[];
}

/** The days on which there is school: those that are named, or else days of the week without holidays. */
export interface SchoolDays {
  /** Every day of school, in order: `["2026-09-14", …]`. */
  sessions?: string[];
  /** 1 for Monday to 7 for Sunday. Default Monday to Friday. */
  weekdays?: number[];
  /** Holidays and breaks; `end` is their last day. */
  holidays?: { start: string; end?: string }[];
}

export type RuleId =
  | "longest-run" | "crossings" | "beyond-limits" | "astronomical" | "shift" | "trend" | "two-in-three"
  | "four-in-five" | "alternating" | "hugging" | "avoiding" | "few-runs" | "many-runs";

export interface ChartPoint {
  index: number;
  date: string | null;
  /** What is plotted. */
  value: number | null;
  centre: number | null;
  lower: number | null;
  upper: number | null;
  /** The rules of whose pattern the point is part, in the order of `RuleId`. */
  signals: RuleId[];
  /** Under the `nhs` rules, what the point means; else null. */
  type: "common" | "improvement" | "concern" | "neutralHigh" | "neutralLow" | null;
  phase: number;
  excluded: boolean;
}

export interface ChartPhase {
  /** Index of the first point, and one past the last. */
  start: number;
  end: number;
  observations: number;
  /** Points that lie off the centre line. */
  useful: number;
  longestRun: number | null;
  longestRunLimit: number | null;
  crossings: number | null;
  crossingsLimit: number | null;
  /** Longest run or crossings past their limit, whatever the rule set and however few the points. */
  runsSignal: boolean;
  centre: number | null;
  /** Why it begins, as a person said. */
  reason: string | null;
}

/** What a rule found. */
export interface ChartSignal {
  rule: RuleId;
  phase: number;
  /** Index of the first point and of the last point of the pattern. */
  start: number;
  end: number;
  /** Above for a rise, below for a fall. */
  side: "above" | "below" | null;
  /** How many points or crossings; of points beyond a limit, the farthest value. */
  found: number;
  /** What would have been usual: the most points, the fewest crossings, the limit there. */
  limit: number;
  message: Message;
  /** The latest cycle that had started when the pattern began, if any. */
  followed: Followed | null;
}

/** A cycle that a pattern came after. That it came first does not prove that it was the cause. */
export interface Followed {
  /** Id of the cycle. */
  cycle: string;
  /** Points and days from the start of the cycle to the first point of the pattern. */
  points: number;
  days: number;
  message: Message;
}

/** A phase that might begin where a cycle started. Whether it does, and why, is for people to say. */
export interface ChartProposal {
  /** Index of the first point of the phase, for `phaseStarts`. */
  start: number;
  /** Id of the cycle. */
  cycle: string;
  message: Message;
}

export interface ChartReading {
  kind: ChartKind;
  points: ChartPoint[];
  phases: ChartPhase[];
  /** Empty for a phase with fewer than ten useful points. */
  signals: ChartSignal[];
  /** Phases that might begin where a cycle started. */
  proposals: ChartProposal[];
  /** Index of the points before which there was school without a value. Empty without a `calendar`. */
  gaps: number[];
  /** Under the `nhs` rules, what the latest point says of the series; else null. */
  variation:
    | "common" | "improvementHigh" | "improvementLow" | "concernHigh" | "concernLow" | "neutralHigh" | "neutralLow"
    | null;
  /** Under the `nhs` rules, whether the process as it is meets its target; needs a target and a direction. */
  assurance: "pass" | "fail" | "inconsistent" | null;
  /** The reading in words; the first one is the headline. */
  sentences: Message[];
  /** What was assumed, ignored or missing. */
  warnings: Message[];
  certificate: ChartCertificate;
}

/** What a reading rests on. Readings with equal certificates found the same. */
export interface ChartCertificate {
  rules: RuleSet;
  /** Rises whenever the same input could be read otherwise than before. */
  version: number;
  kind: ChartKind;
  /** How many rows were given. */
  rows: number;
  parameters: {
    /** The rules that looked, where not all of the set did. */
    only: RuleId[] | null;
    /** Points that rest on fewer people were hidden. */
    suppress: number | null;
    baseline: number | null;
    centre: number | null;
    multiply: number;
    clampAtZero: boolean;
    screenMovingRanges: boolean;
    aggregate: "mean" | "median" | "sum" | "sd";
    direction: "increase" | "decrease" | "neutral" | null;
    target: number | null;
  };
  /** Checksum of the input (FNV-1a, 64 bits), 16 hexadecimal digits. It finds slips, not forgery. */
  digest: string;
}

/** Many series that are charted alike, end to end. Every index counts through all of them. */
export interface ChartColumns
  extends Pick<
    ChartInput,
    "kind" | "baseline" | "centre" | "multiply" | "clampAtZero" | "screenMovingRanges" | "rules" | "direction" | "target"
  > {
  /** The values of all series; NaN is missing. */
  values: Float64Array | ArrayLike<number>;
  /** One for each value; needed by p, pp, u and up. */
  denominators?: Float64Array | ArrayLike<number>;
  /** Index of the first value of each series; the first is 0. */
  starts: Uint32Array | ArrayLike<number>;
  /** Index of the first point of each phase that does not begin a series. */
  phaseStarts?: Uint32Array | ArrayLike<number>;
  /** Index of points that are drawn but not reckoned with. */
  exclude?: Uint32Array | ArrayLike<number>;
}

/** What was read from many series, in columns; NaN is missing. The same numbers as `readChart` gives for each. */
export interface ChartsReading {
  /** One for each point. */
  value: Float64Array;
  centre: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  /** Bit 0 is the first of `rules`: the rules of whose pattern the point is part. */
  signals: Uint16Array;
  /** Index in `types`; 0 but under the `nhs` rules. */
  type: Uint8Array;
  /** Number of the phase, counted through all series. */
  phase: Uint32Array;
  /** One for each phase; see {@link ChartPhase}. `runsSignal` is 1 or 0. */
  phases: Record<Exclude<keyof ChartPhase, "reason">, Float64Array>;
  /** For each series the number of its first phase, and the number of all phases at the end. */
  firstPhase: Uint32Array;
  /** One for each series; null but under the `nhs` rules. */
  variation: ChartReading["variation"][];
  assurance: ChartReading["assurance"][];
  /** What the bits of `signals` stand for. */
  rules: readonly RuleId[];
  /** What the numbers in `type` stand for. */
  types: readonly ChartPoint["type"][];
  /** All series as one input. */
  certificate: ChartCertificate;
}

/** A chart that fits the data. All but the reasons may be spread into the input of `readChart`. */
export interface ChartSuggestion {
  kind: ChartKind;
  /** The Monday of each row, where weeks read better than days. */
  subgroups?: string[];
  /** Why. */
  reasons: Message[];
}

/** Places to be compared by their rates. Of 10 or more, the spread between them is added where it is more than chance. */
export interface PlacesInput {
  places: {
    label: string;
    /** How many people of the group, or how many events. */
    count: number;
    /** How many people there are, or the size; 0 or more. */
    size: number;
  }[];
  /** "p": people out of a group (default). "u": events over a size, which may be more than the size. */
  kind?: "p" | "u";
  /** The rate to be held against them. Default: that of all places together. */
  centre?: number;
}

export interface FunnelPoint {
  label: string;
  size: number;
  /** Null without a size. */
  rate: number | null;
  /** Lower and upper limit, by chance and, where places differ throughout, the spread between them. */
  limits95: [number, number];
  limits998: [number, number];
  /** The side on which the place lies beyond the limits of 99.8%. */
  beyond: "above" | "below" | null;
}

export interface FunnelReading {
  centre: number;
  /** Mean square of the standardised differences; about 1 where chance explains them. */
  dispersion: number;
  /** The spread between places that was added, as a standard deviation of rates; 0 where chance explains them. */
  between: number;
  /** In the order given. */
  points: FunnelPoint[];
  sentences: Message[];
}

/** Parts of a whole, such as reasons for absence. */
export interface PartsInput {
  parts: { label: string; count: number }[];
}

export interface ParetoReading {
  total: number;
  /** The largest first. */
  parts: {
    label: string;
    count: number;
    /** Its share of the whole, and that of this and all larger parts; 0 to 1. */
    share: number;
    cumulative: number;
    /** One of the few that together make up four fifths. */
    vital: boolean;
  }[];
  sentences: Message[];
}

/* ------------------------------------------------------------------ Pictures */

/** A laid-out picture: SVG with title and description, and its twins in words. */
export interface Picture {
  /** A standalone SVG document without scripts, styles or outside references. */
  svg: string;
  width: number;
  height: number;
  /** What the picture shows, as a name. */
  title: string;
  /** One sentence that says what the picture shows. */
  summary: string;
  /** The structure for assistive technology. */
  outline: OutlineNode[];
  /** The same content as rows; the first row holds the headings. */
  table: string[][];
}

export interface OutlineNode {
  /** Id of the entity shown, or null: `[data-entity]` in the SVG. */
  entity: string | null;
  /** Index of the value shown, of a signal its first, or null: `[data-index]` in the SVG. */
  index: number | null;
  name: string;
  children: OutlineNode[];
}

export interface PictureOptions {
  /** Width in CSS pixels, 240 to 4,000; the layout reflows to it. Default 760. A sparkline may be 40 wide. */
  width?: number;
  /** Size of labels in CSS pixels, 8 to 40; all else keeps its proportion. Default 14. */
  textSize?: number;
  direction?: "ltr" | "rtl";
  /**
   * Colours, written into the SVG as presentation attributes so that it stands alone. Marks also carry the classes
   * `hw-fill-<ink>` and `hw-stroke-<ink>`, with which a page's style sheet can put its own colours in their place.
   * Default "light".
   */
  theme?: "light" | "dark" | "contrast" | "print";
  /** What ids in the SVG begin with; letters, digits, - and _. Default "headwater". */
  idPrefix?: string;
  /** The school's terms; a chart names them under its dates instead of years. */
  terms?: { name: string; start: string; end?: string }[];
  /** Words that the picture adds, by their key (`picture-…`) in the catalogues; English where left out. */
  words?: Record<string, string>;
}

export type CauseStatus = "suspected" | "supported" | "refuted" | "root";

/** What a fishbone or a tree of whys shows. At most 500 causes; texts of at most 2,000 characters. */
export interface FishboneInput {
  problem: string;
  causes: { id: string; text: string; parent?: string | null; status?: CauseStatus }[];
}

/** What a driver diagram shows. At most 300 drivers and 300 ideas. */
export interface DriversInput {
  aim?: string;
  drivers?: {
    id: string;
    kind: DriverKind;
    text: string;
    /** Ids of the primary drivers that a secondary one serves. */
    serves?: string[];
    owner?: string | null;
  }[];
  /** `serves` names drivers of either kind. */
  ideas?: { id: string; text: string; serves?: string[] }[];
}

/** What a ramp and a board of cycles show: cycles from the first to the last, at most 300. */
export interface CyclesInput {
  /** What they lead to: an aim or an idea. */
  title?: string;
  cycles?: {
    id: string;
    text?: string;
    stage?: Stage;
    /** The first day, or the day it is due; as `2026-09-14`. */
    start?: string;
    end?: string;
    decision?: DecisionKind;
  }[];
}

/** What a Pareto chart shows: bars in any order, at most 300. */
export interface ParetoInput {
  title?: string;
  /** What stands behind a number: "%" or a word such as "days". */
  unit?: string;
  /** `value` is 0 or more; `id` names the entity counted, where it is one. */
  bars: { id?: string; text: string; value: number }[];
}

/** Rates of several places in no order of time: kind p, pp, u or up, with denominators; no dates, no subgroups. */
export type FunnelInput = Omit<ChartInput, "dates" | "subgroups" | "cycles" | "kind"> & {
  kind: "p" | "pp" | "u" | "up";
  denominators: (number | null)[];
  /** What each place is called; said where it lies beyond the limits. */
  names?: string[];
};

/** Several charts on one scale, at most 60. */
export interface SmallMultiplesInput {
  title?: string;
  /** Each `title` says what its chart shows. */
  charts: ChartInput[];
}

/** What each kind of picture is drawn from. */
export interface PictureInputs {
  fishbone: FishboneInput;
  whys: FishboneInput;
  drivers: DriversInput;
  ramp: CyclesInput;
  board: CyclesInput;
  pareto: ParetoInput;
  chart: ChartInput;
  sparkline: ChartInput;
  funnel: FunnelInput;
  grid: SmallMultiplesInput;
}
export type PictureKind = keyof PictureInputs;

/* ------------------------------------------------------------------ CSV */

/** Names of columns are compared without regard to case and blanks; a column without a heading is "Column 3". */
export interface CsvOptions {
  dateColumn?: string;
  valueColumn?: string;
  /** Found by its heading when left out; "" for none. */
  denominatorColumn?: string;
  /** How to read `03/04/2026`; worked out from the file when left out. */
  dateOrder?: "mdy" | "dmy";
}

export interface CsvRow {
  /** Line in the file on which the row begins, from 1. */
  line: number;
  date: string;
  /** The number as it stands there: 14.8 for "14.8 %", and the numerator of "61/412". */
  value: number | null;
  /** Of the value where it is a numerator; the base of the percentage where `unit` is "percent". */
  denominator: number | null;
  /** `suppressed` for "*" or "<10" and the like: a number is there but hidden. Never zero. */
  state: "value" | "missing" | "suppressed";
}

export interface CsvTable {
  /** From the left; `index` from 0, `filled` counts the cells below the headings that have something in them. */
  columns: { index: number; name: string; role: "date" | "value" | "denominator" | "ignored"; filled: number }[];
  /** In the order of the file. */
  rows: CsvRow[];
  /** How dates of three numbers were read; "ymd" when none depends on an order. */
  dateOrder: "ymd" | "mdy" | "dmy";
  /** True when nothing certain decided between day and month, and some dates depend on it. */
  ambiguous: boolean;
  /** "percent" when the values carried percent signs or their heading says so. */
  unit: "percent" | "number";
  /**
   * Rows and cells that could not be read, each with its line; and what was assumed. First what concerns the whole
   * file, then the first 50 lines, then how many more there are.
   */
  warnings: { line: number | null; message: Message }[];
}

/* ------------------------------------------------------------------ Signals of other systems */

/**
 * What a host's system has noticed about a group. There is no field for a pupil: what has one is refused, as is a group
 * or a number of people below 10. Words in it are put into the plan as they are.
 */
export type SignalRecord = {
  /** What the ids of everything drafted begin with, such as "sis-2026-11"; at most 50 characters. */
  id: string;
  /** Whom it is about, such as "Grade 9", and how many they are. */
  group: string;
  size: number;
  /** How many of them it concerns. */
  affected?: number;
  where?: string;
  /** The first day. */
  since?: string;
  /** What stands behind a number; "%" for attendance if left out. */
  unit?: string;
  /** Where the numbers come from. */
  source?: string;
  /** A value whose denominator is below 10 is kept as suppressed. */
  values?: { date: string; value?: number | null; denominator?: number; suppressed?: boolean }[];
  /** Other words for what is written, by key (`signal-…`). */
  words?: Record<string, string>;
} & (
  | { kind: "attendance-dip"; measure?: string; direction?: Direction }
  | { kind: "course-failures"; course: string; measure?: string; direction?: Direction }
  | { kind: "chart-signal"; measure: string; direction: Direction }
);

/* ------------------------------------------------------------------ The plan */

export type Level = "school" | "district" | "network";
export type DriverKind = "primary" | "secondary";
/** `capability`: whether people can run the method themselves. */
export type MeasureKind = "outcome" | "driver" | "process" | "balancing" | "capability";
export type Direction = "increase" | "decrease";
export type Stage = "planned" | "doing" | "studying" | "decided";
export type DecisionKind = "adopt" | "adapt" | "abandon";

export type CauseReach = "own" | "others" | "whole";
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
export type Frequency = "daily" | "weekly" | "fortnightly" | "monthly" | "termly" | "yearly";
export type InitiativeVerdict = "continue" | "merge" | "stop";
/** What a school shares out; pupils' circumstances are none of these. */
export type Resource = "staff" | "time" | "courses" | "money" | "space";
export type ConditionKind = "purpose" | "trust" | "time" | "skill" | "sponsor" | "other";

/*
 * Texts have limits: a line 300 characters, a paragraph 4,000, a story 20,000; past them an edit is refused with
 * `input/text-too-long`. Dates are `2026-09-14`. Lists inside an entity have at most 1,000 entries. `position` is the
 * order among the like, smallest first.
 */

/** A stretch of days, both ends counted; one day without `end`. */
export interface Stretch {
  name?: string;
  start: string;
  end?: string;
}
/** When school is in session. */
export interface Calendar {
  /** Terms, semesters or quarters. */
  sessions?: Stretch[];
  holidays?: Stretch[];
  /** The days of a school week; Monday to Friday if left out. */
  weekdays?: Weekday[];
}
/** How people who do not report to one another agreed to work. */
export interface Charter {
  /** Who decides what. */
  decisions?: string;
  /** When and how they meet. */
  rhythm?: string;
  glossary?: { word: string; meaning: string }[];
}
export interface About {
  title: string;
  job?: Job;
  /** Why this Job, when a person overruled the reading. */
  jobReason?: string;
  level?: Level;
  /** School, district or network. */
  organisation?: string;
  calendar?: Calendar;
  story?: string;
  answers?: JobAnswers;
  charter?: Charter;
  /** What all of it taught, for those who come after. */
  lessons?: string;
}
export interface Problem {
  statement: string;
  /** Who is affected, where, how much, since when. */
  who?: string;
  where?: string;
  howMuch?: string;
  sinceWhen?: string;
  /** True where a way of working is to be shown and learned on this problem. */
  demonstration?: boolean;
  position: number;
}
export interface Cause {
  problem: string;
  parent?: string;
  text: string;
  status: CauseStatus;
  /** True while it is something to ask about; a test answers it. */
  question?: boolean;
  /** Whose it is to change: the people whom the leader directs, others, or the whole organisation. */
  reach?: CauseReach;
  /** The condition that is missing, where the same barrier may show in other problems too. */
  barrier?: string;
  tests?: { result: "supported" | "refuted"; evidence: string; date?: string }[];
  /** Order among siblings. */
  position: number;
}
export interface Aim {
  problem: string;
  statement: string;
  measure?: string;
  baseline?: { value: number; date: string };
  target?: number;
  population?: string;
  deadline?: string;
}
export interface Driver {
  kind: DriverKind;
  text: string;
  /** Primary drivers that a secondary driver serves. */
  serves?: string[];
  owner?: string;
  position: number;
}
/** What research says for one outcome. A person assigns the tier; the software never does. */
export interface EvidenceRecord {
  /** Tiers of evidence of the Every Student Succeeds Act: 1 strong to 4 demonstrates a rationale. */
  tier: 1 | 2 | 3 | 4;
  outcome: string;
  citation: string;
  /** How far the pupils and places studied are like these. */
  population?: string;
  assignedBy: string;
}
export interface Idea {
  text: string;
  driver?: string;
  cause?: string;
  /** Why the idea went ahead before any cause was supported. */
  bypass?: string;
  /** 1 (little) to 5. */
  impact?: number;
  /** 1 (hard) to 5. */
  ease?: number;
  evidence?: EvidenceRecord[];
  position: number;
}
export interface Measure {
  name: string;
  kind: MeasureKind;
  unit?: string;
  direction: Direction;
  /** How it is reckoned, so that two people get the same number. */
  definition?: string;
  source?: string;
  frequency?: Frequency;
  /** Who collects it. */
  owner?: string;
  /** Where it should be, in its unit. */
  target?: number;
  /** The driver that it shows. */
  driver?: string;
  /** Ids of the stakeholders who see it regularly. */
  seenBy?: string[];
  /** Where new phases begin, earliest first; a person's choice, with a reason. */
  phases?: { date: string; reason: string }[];
  /** How many points from the start set the centre line; a person's choice, with a reason. */
  baseline?: { points: number; reason: string };
  position: number;
}
export interface Observation {
  measure: string;
  date: string;
  value: number | null;
  denominator?: number;
  suppressed?: boolean;
}
export interface Cycle {
  title: string;
  idea?: string;
  measure?: string;
  stage: Stage;
  objective?: string;
  predictions?: { question?: string; expected: string }[];
  /** The predictions as they were when Do began; kept by `startCycle`. */
  sealed?: { question?: string; expected: string }[];
  who?: string;
  where?: string;
  /** Ids of those who take part, where units work together. */
  stakeholders?: string[];
  /** How many people the change is tried with. */
  size?: number;
  /** How sure the team is that the change will help. */
  confidence?: "low" | "high";
  /** What it would cost if the test failed. */
  failureCost?: "low" | "high";
  /** How those who take part stand to it. */
  readiness?: "resistant" | "indifferent" | "ready";
  /** Planned start. */
  due?: string;
  started?: string;
  ended?: string;
  /** What happened while it ran. */
  notes?: string;
  study?: { result: string; comparison: string; learned?: string };
  decision?: { kind: DecisionKind; reason: string; date: string };
  position: number;
}
/** A person, a group or a unit whose part is needed. */
export interface Stakeholder {
  name: string;
  /** The part of the work that is theirs. */
  owns?: string;
  needs?: string;
  /** What they gain if the aim is reached. */
  gains?: string;
  /** What they are asked to do. */
  ask?: string;
  position: number;
}
/** Something that people are already asked to do. */
export interface Initiative {
  name: string;
  purpose?: string;
  /** Hours of staff time in a week, all people together. */
  load?: number;
  owner?: string;
  /** What becomes of it; left out while that is open. */
  decision?: { kind: InitiativeVerdict; into?: string; reason: string; date?: string };
  position: number;
}
/** Any one entity; `{ table: "about", id: "about" }` is the plan itself. */
export interface EntityRef {
  table: TableName | "about";
  id: string;
}
export interface Action {
  text: string;
  /** What it is for. */
  for?: EntityRef;
  owner?: string;
  due?: string;
  done?: string;
  position: number;
}
/** A resource that some get less of. */
export interface Inequity {
  statement: string;
  resource?: Resource;
  /** Who gets less. */
  less?: string;
  evidence?: string;
  /** What the plan does about it. */
  response?: string;
  position: number;
}
/** What people need before they can work on problems; where it is missing it is a barrier. */
export interface Condition {
  text: string;
  kind?: ConditionKind;
  met: "unknown" | "missing" | "partly" | "met";
  note?: string;
  owner?: string;
  position: number;
}
/** Something that people do again and again without being reminded. */
export interface Routine {
  text: string;
  /** When, such as "Tuesdays, 15 minutes". */
  rhythm?: string;
  owner?: string;
  since?: string;
  position: number;
}
/** A finding of the review that someone has set aside. It goes with the entity that it was about. */
export interface Dismissal {
  /** The id of the rule, such as `cause/blames-people`. */
  rule: string;
  of: EntityRef;
  reason: string;
  by?: string;
  date?: string;
}

export interface Tables {
  problems: Problem;
  causes: Cause;
  aims: Aim;
  drivers: Driver;
  ideas: Idea;
  measures: Measure;
  observations: Observation;
  cycles: Cycle;
  stakeholders: Stakeholder;
  initiatives: Initiative;
  actions: Action;
  inequities: Inequity;
  conditions: Condition;
  routines: Routine;
  dismissals: Dismissal;
}
export type TableName = keyof Tables;
/** The tables whose entities can have an owner. */
export type OwnedTable = "drivers" | "measures" | "initiatives" | "actions" | "conditions" | "routines";

/** One act of a plan's history. */
export interface Act extends Note {
  /** The type of the edit, or `undo` or `redo`. */
  edit: Edit["type"] | "undo" | "redo";
  /** The first 20 entities that it put or removed, as `table/id`. */
  of: string[];
  /** How many it put or removed. */
  touched: number;
}

/** The whole plan as it is saved. */
export type PlanDocument = {
  format: "headwater-plan";
  schema: number;
  about: About;
  /** Who did what, when and why: the last 2,000 acts, oldest first. Left out where no edit came with a note. */
  history?: Act[];
} & { [T in TableName]: Record<string, Tables[T]> };

/** A new entity without its order, which the plan gives it, and without `Later`, for which there are edits. */
export type NewEntity<T, Later extends keyof T = never> = Omit<T, "position" | Later> & { id: string };
/** The same, where what has a usual value may be left out. */
export type UsuallyLeftOut<T, Usual extends keyof T> = Omit<T, Usual> & Partial<Pick<T, Usual>>;

/** One change a person makes. The caller supplies ids and dates. */
export type Edit =
  | ({ type: "describe" } & Partial<Pick<About, "title" | "level" | "organisation" | "calendar" | "lessons">>)
  | { type: "tellStory"; story: string; answers?: JobAnswers }
  | { type: "chooseJob"; job: Job; reason?: string }
  | ({ type: "agreeCharter" } & Charter)
  | ({ type: "stateProblem" } & NewEntity<Problem>)
  | ({ type: "proposeCause" } & NewEntity<Cause, "status" | "tests">)
  /** `problem`: moves the cause, and all below it, to the tree of another problem. */
  | { type: "moveCause"; id: string; problem?: string; parent?: string; before?: string }
  | { type: "testCause"; id: string; result: "supported" | "refuted"; evidence: string; date?: string }
  | { type: "nameRoot"; id: string }
  | ({ type: "setAim"; id: string } & Aim)
  | ({ type: "addDriver" } & NewEntity<Driver>)
  | ({ type: "proposeIdea" } & NewEntity<Idea>)
  /** Without `kind` an outcome measure, without `direction` one that should increase. */
  | ({ type: "defineMeasure" } & UsuallyLeftOut<NewEntity<Measure>, "kind" | "direction">)
  | { type: "recordObservations"; measure: string; rows: Omit<Observation, "measure">[] }
  /** Begins a phase of a measure on a day; one that begins on that day is replaced. */
  | { type: "markPhase"; measure: string; date: string; reason: string }
  | ({ type: "planCycle" } & NewEntity<Cycle, "stage" | "started" | "ended" | "study" | "decision">)
  | { type: "startCycle"; id: string; date: string }
  | { type: "studyCycle"; id: string; date: string; notes?: string; result: string; comparison: string; learned?: string }
  | { type: "decideCycle"; id: string; kind: DecisionKind; reason: string; date: string }
  | ({ type: "addStakeholder" } & NewEntity<Stakeholder>)
  | ({ type: "listInitiative" } & NewEntity<Initiative, "decision">)
  | { type: "continueInitiative" | "stopInitiative"; id: string; reason: string; date?: string }
  | { type: "mergeInitiative"; id: string; into: string; reason: string; date?: string }
  | ({ type: "addAction" } & NewEntity<Action, "done">)
  | { type: "completeAction"; id: string; date: string }
  | { type: "reopenAction"; id: string }
  | ({ type: "nameInequity" } & NewEntity<Inequity>)
  | ({ type: "nameCondition" } & UsuallyLeftOut<NewEntity<Condition>, "met">)
  | ({ type: "addRoutine" } & NewEntity<Routine>)
  /** Without `owner` nobody owns it any more. */
  | { type: "assignOwner"; table: OwnedTable; id: string; owner?: string }
  | ({ type: "dismissFinding"; id: string } & Dismissal)
  /** Changes fields that have no edit of their own; null clears one. */
  | { type: "revise"; table: TableName; id: string; fields: Record<string, unknown> }
  /** Removes an entity with what lives with it, and every mention of it. */
  | { type: "remove"; table: TableName; id: string };

/** What the person who makes an edit says beside it, for the history. */
export interface Note {
  by?: string;
  /** A date, or a date and time as in ISO 8601. */
  at?: string;
  why?: string;
}

/** Entities put and removed. */
export interface Patch {
  put: { table: TableName | "about"; id: string; value: unknown }[];
  removed: { table: TableName; id: string }[];
}
/** What an edit did, and the patch that takes it back. */
export interface Change extends Patch {
  inverse: Patch;
}

/** Something that `Plan.reconcile` mended. */
export interface Repair {
  /**
   * What was wrong: the code of the error with which `Plan.open` would have refused the document, `plan/conflict` where
   * several values came for one, or `plan/shared-place` where several things stood at one place in an order.
   */
  code: HeadwaterErrorCode | "plan/conflict" | "plan/shared-place";
  /** Where: a dotted path into the document, such as `causes.c2.parent`. */
  path: string;
  /** What was done about it. */
  message: Message;
  /** What stood there, as far as it does not stand there any more. */
  taken?: unknown;
}

export type StepState = "done" | "current" | "open" | "blocked";
/** The steps there are; each Job has its own, in its own order. */
export type StepId =
  | "story" | "inventory" | "conditions" | "problem" | "people" | "case" | "causes" | "aim" | "measures" | "capability"
  | "charter" | "ideas" | "cycles" | "learned" | "standard" | "routines" | "spread";
/** What a step opens; two steps may open the same. */
export type StepTool =
  | "story" | "problem" | "causes" | "aim" | "ideas" | "cycles" | "learned" | "stakeholders" | "measures" | "charter"
  | "initiatives" | "conditions" | "routines";
/** One step of the pathway of the plan's Job. */
export interface PathwayStep {
  id: StepId;
  /** The key of its words in the catalogues, with `title`, `what`, `why` and `done` as attributes. */
  key: string;
  tool: StepTool;
  title: string;
  /** What to do. */
  what: string;
  why: string;
  /** When it is done. */
  done: string;
  state: StepState;
  /** What is left, or what blocks it. */
  note: Message | null;
  /** The entity that the note is about, if it is about one. */
  of: EntityRef | null;
}
export interface Pathway {
  job: Job | null;
  /** In a plan of several problems a step is done when all of them have come through it. */
  steps: PathwayStep[];
  /** The one next thing, and why that step comes now. */
  next: { step: StepId; message: Message; why: string; of: EntityRef | null } | null;
  /**
   * Another Job that the plan speaks for, with the causes and conditions that do. Offer it; `chooseJob` keeps all work,
   * and `dismissFinding` with this `rule`, of the plan itself, sets it aside.
   */
  switch: { to: Job; message: Message; evidence: EntityRef[]; rule: string } | null;
}

/** How much a finding matters; docs/rules.md says what each rule looks for. */
export type Severity = "major" | "minor" | "hint";
/** One thing that the review has to say about a plan. */
export interface Finding {
  /** The rule: `cause/blames-people`. Ids keep their meaning; new ones may be added. */
  rule: string;
  severity: Severity;
  /** The entity that it is about; `about` with the id `about` is the plan as a whole. */
  table: TableName | "about";
  id: string;
  /** The field, with points into lists (`predictions.0.expected`); empty for the entity as a whole. */
  field: string;
  message: Message;
  /** An edit that mends it, where just one is sensible. */
  fix: Edit | null;
  /** The reason, when it was dismissed. */
  dismissed: string | null;
}
