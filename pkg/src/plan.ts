/** A plan: the handle on the document that lives in the core. */
import { type RawPlan, ask, core, currentLife, guard, toJson, wholeText } from "./engine.js";
import { HeadwaterError } from "./error.js";
import type {
  Change, ChartInput, CyclesInput, DriversInput, Edit, FishboneInput, Note, Pathway, PlanDocument, Repair,
} from "./types.js";

/**
 * A plan, changed by edits alone. An edit either holds as a whole and returns what it changed, or throws a
 * `HeadwaterError` and leaves the plan as it was.
 *
 * @example
 * const plan = Plan.create({ title: "Attendance" });
 * plan.edit({ type: "stateProblem", id: "p1", statement: "61 of 412 pupils miss more than 10 % of days" });
 * localStorage.setItem("plan", plan.save());
 * plan.dispose();
 */
export class Plan {
  #raw: RawPlan | undefined;
  /** The instance of the core that the handle belongs to. */
  readonly #life = currentLife();

  private constructor(raw: RawPlan) {
    this.#raw = raw;
  }

  /** A new plan with nothing in it but a title. */
  static create(options: { title: string }): Plan {
    const raw = core();
    const title = wholeText((options as Partial<typeof options> | null | undefined)?.title, "title", "title");
    return new Plan(guard(() => raw.Plan.create(title)));
  }

  /**
   * Opens a saved plan: the text of the file, or the document as an object.
   *
   * @throws HeadwaterError `json/invalid`, `plan/not-a-plan`, `plan/newer-schema`, or what is wrong in it, with its place
   */
  static open(document: string | object): Plan {
    const raw = core();
    const text = documentText(document);
    return new Plan(guard(() => raw.Plan.open(text)));
  }

  /**
   * Makes a plan of a document that another engine merged from several people's work, and says what was repaired on the
   * way: links that lead nowhere, causes in a ring, predictions changed behind the seal, values of the wrong type, …
   * The same document is always repaired in the same way; a plan that is whole comes back byte for byte. What was taken
   * out stands in the repairs.
   *
   * @example
   * const { plan, repairs } = Plan.reconcile(merged.toJSON());
   * for (const { path, message } of repairs) console.log(path, message.text);
   *
   * @throws HeadwaterError `json/invalid`, `plan/not-a-plan`, `plan/newer-schema`, `input/too-large`; for nothing else
   */
  static reconcile(document: string | object): Reconciled {
    const raw = core();
    const text = documentText(document);
    const whole = guard(() => raw.Plan.reconcile(text));
    return { plan: new Plan(whole), repairs: ask(() => whole.repairs()) };
  }

  /**
   * Applies one edit. Ids and dates come from you.
   *
   * @param note who makes it, when and why. The first edit with a note begins the plan's history.
   */
  edit(edit: Edit, note?: Note): Change {
    const [text, beside] = [toJson(edit, "edit"), noteJson(note)];
    return this.#ask((raw) => raw.edit(text, beside));
  }

  /** Takes the last edit back. */
  undo(note?: Note): Change {
    const beside = noteJson(note);
    return this.#ask((raw) => raw.undo(beside));
  }

  /** Brings the last undone edit again. */
  redo(note?: Note): Change {
    const beside = noteJson(note);
    return this.#ask((raw) => raw.redo(beside));
  }

  get canUndo(): boolean {
    return guard(() => this.#live().canUndo());
  }

  get canRedo(): boolean {
    return guard(() => this.#live().canRedo());
  }

  /**
   * The document as canonical JSON text: the same bytes for the same content. Save this.
   *
   * @param options.history whether the history, if the plan keeps one, is saved with it; it is if left out
   */
  save(options: { history?: boolean } = {}): string {
    return guard(() => this.#live().save(options.history !== false));
  }

  /**
   * A checksum of the content, 16 hexadecimal digits: the same for the same content on every machine (FNV-1a with 64 bits
   * over the UTF-8 bytes of `save({ history: false })`). It finds slips, not forgery.
   */
  digest(): string {
    return guard(() => this.#live().digest());
  }

  /** The document as an object; changing it does not change the plan. */
  document(): PlanDocument {
    return JSON.parse(this.save()) as PlanDocument;
  }

  /** The steps of the plan's Job as they stand, and the one next thing. */
  pathway(): Pathway {
    return this.#ask((raw) => raw.pathway());
  }

  /**
   * The observations of a measure with the cycles that watched it, for `readChart` and `drawChart`. Values taken of fewer
   * than ten people (`denominator`) are hidden, and the next smallest with a single one; the report hides the same.
   */
  series(measure: string): ChartInput {
    const id = wholeText(measure, "id of the measure", "measure");
    return this.#ask((raw) => raw.series(id));
  }

  /** A problem with its causes, for `drawFishbone`; the first problem if none is named. */
  fishbone(problem = ""): FishboneInput {
    const id = wholeText(problem, "id of the problem", "problem");
    return this.#ask((raw) => raw.fishbone(id));
  }

  /** A problem with its causes, for `drawWhys`; the first problem if none is named. */
  whys(problem = ""): FishboneInput {
    return this.fishbone(problem);
  }

  /** The aim with its drivers and ideas, for `drawDrivers`. */
  drivers(): DriversInput {
    return this.#ask((raw) => raw.picture("drivers", ""));
  }

  /** The cycles that tested an idea, or all of them, for `drawRamp` and `drawBoard`. */
  ramp(idea = ""): CyclesInput {
    const id = wholeText(idea, "id of the idea", "idea");
    return this.#ask((raw) => raw.picture("ramp", id));
  }

  /** The plan as a Markdown report. */
  markdown(): string {
    return guard(() => this.#live().markdown());
  }

  /** Frees the memory. The plan cannot be used after it; disposing twice does no harm. */
  dispose(): void {
    if (this.#life === currentLife()) this.#raw?.free();
    this.#raw = undefined;
  }

  #live(): RawPlan {
    core();
    if (this.#raw && this.#life !== currentLife()) {
      throw new HeadwaterError("engine/stale", "The core stopped since this plan was opened. Open it again from what you saved.");
    }
    if (this.#raw) return this.#raw;
    throw new HeadwaterError("engine/disposed", "This plan was disposed of. Open it again from what you saved.");
  }

  #ask<T>(work: (raw: RawPlan) => string): T {
    return ask(() => work(this.#live()));
  }
}

/** A document as text. */
function documentText(document: string | object): string {
  return typeof document === "string" ? wholeText(document, "file") : toJson(document, "document");
}

/** A plan that was made whole, and what that took. */
export interface Reconciled {
  plan: Plan;
  /** In the order in which they were made; empty for a plan that was whole. */
  repairs: Repair[];
}

function noteJson(note: Note | undefined): string {
  return note === undefined ? "" : toJson(note, "note");
}

// `using plan = Plan.open(…)`, where the platform has it.
if (typeof Symbol.dispose === "symbol") {
  Object.defineProperty(Plan.prototype, Symbol.dispose, { value: Plan.prototype.dispose });
}
