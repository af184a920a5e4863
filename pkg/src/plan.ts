/** A plan: the handle on the document that lives in the core. */
import { type RawPlan, ask, core, currentLife, guard, toJson, wholeText } from "./engine.js";
import { HeadwaterError } from "./error.js";
import type { Change, ChartInput, Edit, FishboneInput, Pathway, PlanDocument } from "./types.js";

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
    const text = typeof document === "string" ? wholeText(document, "file") : toJson(document, "document");
    return new Plan(guard(() => raw.Plan.open(text)));
  }

  /** Applies one edit. Ids and dates come from you. */
  edit(edit: Edit): Change {
    const text = toJson(edit, "edit");
    return this.#ask((raw) => raw.edit(text));
  }

  /** Takes the last edit back. */
  undo(): Change {
    return this.#ask((raw) => raw.undo());
  }

  /** Brings the last undone edit again. */
  redo(): Change {
    return this.#ask((raw) => raw.redo());
  }

  get canUndo(): boolean {
    return guard(() => this.#live().canUndo());
  }

  get canRedo(): boolean {
    return guard(() => this.#live().canRedo());
  }

  /** The document as canonical JSON text: the same bytes for the same content. Save this. */
  save(): string {
    return guard(() => this.#live().save());
  }

  /** The document as an object; changing it does not change the plan. */
  document(): PlanDocument {
    return JSON.parse(this.save()) as PlanDocument;
  }

  /** The steps of the plan's Job as they stand, and the one next thing. */
  pathway(): Pathway {
    return this.#ask((raw) => raw.pathway());
  }

  /** The observations of a measure with the cycles that watched it, for `readChart` and `drawChart`. */
  series(measure: string): ChartInput {
    const id = wholeText(measure, "id of the measure", "measure");
    return this.#ask((raw) => raw.series(id));
  }

  /** A problem with its causes, for `drawFishbone`; the first problem if none is named. */
  fishbone(problem = ""): FishboneInput {
    const id = wholeText(problem, "id of the problem", "problem");
    return this.#ask((raw) => raw.fishbone(id));
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

// `using plan = Plan.open(…)`, where the platform has it.
if (typeof Symbol.dispose === "symbol") {
  Object.defineProperty(Plan.prototype, Symbol.dispose, { value: Plan.prototype.dispose });
}
