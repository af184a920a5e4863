/**
 * The plan on the desk: what it says now, the edits made to it, the last refusal and where it belongs, and what a
 * person has typed that the plan has not taken yet. Nothing typed is lost by a refusal or by leaving a step.
 */
import type { Plan } from "../../index.js";
import type { Change, Edit, Observation, Pathway, PlanDocument, TableName, Tables } from "../../types.js";
import { refusal, type HeadwaterEvents } from "../base.js";

/** A refusal, placed at a form and, where one is to blame, at a field of it. */
export interface Refused {
  form: string;
  field: string;
  code: string;
  message: string;
}

/** An entity with its id. */
export type Row<Name extends TableName> = Tables[Name] & { id: string };

/** What the desk needs of the element it stands in. */
export interface DeskHost {
  requestUpdate(): void;
  announce(text: string): void;
  tell<Name extends keyof HeadwaterEvents>(event: Name, detail: HeadwaterEvents[Name]): void;
  /** A refusal is shown: the field to blame comes into focus. */
  refused(): void;
  /** The names of the fields of a form on screen. */
  fieldsOf(form: string): string[];
}

export class Desk {
  plan!: Plan;
  document!: PlanDocument;
  pathway!: Pathway;
  refused: Refused | undefined;
  readonly = false;
  /** The language for numbers and dates. */
  language: string | undefined;
  direction: "ltr" | "rtl" = "ltr";
  /** The width that a picture has, in CSS pixels. */
  width = 760;
  /** The size of a picture's labels, in CSS pixels: that of small type. */
  textSize = 14;
  private drafts = new Map<string, Map<string, string>>();

  constructor(private readonly host: DeskHost) {}

  open(plan: Plan): void {
    this.plan = plan;
    this.drafts.clear();
    this.refused = undefined;
    this.read();
  }

  /** Reads the plan again, after someone else changed it. */
  read(): void {
    this.document = this.plan.document();
    this.pathway = this.plan.pathway();
    this.host.requestUpdate();
  }

  /** Makes an edit for `form`. On success what was typed there is spent; on refusal it stays, with the reason. */
  edit(form: string, edit: Edit): boolean {
    if (!this.attempt(form, () => this.plan.edit(edit))) return false;
    this.drafts.delete(form);
    return true;
  }

  undo(): boolean {
    return this.attempt("", () => this.plan.undo());
  }

  redo(): boolean {
    return this.attempt("", () => this.plan.redo());
  }

  private attempt(form: string, act: () => Change): boolean {
    try {
      const change = act();
      this.refused = undefined;
      this.read();
      this.host.tell("headwater-change", { change, document: this.document });
      return true;
    } catch (error) {
      this.refuse(form, error);
      return false;
    }
  }

  /** Shows a refusal at the field that its path names, or at the foot of the form. */
  refuse(form: string, error: unknown): void {
    const { code, message, path } = refusal(error);
    const fields = this.host.fieldsOf(form);
    const field = path.split(".").reverse().find((part) => fields.includes(part)) ?? "";
    this.refused = { form, field, code, message };
    this.host.tell("headwater-error", { code, message, path });
    this.host.requestUpdate();
    this.host.refused();
  }

  /** The refusal that belongs at this field (or, without a field, at the form). */
  refusedAt(form: string, field = ""): Refused | undefined {
    return this.refused?.form === form && this.refused.field === field ? this.refused : undefined;
  }

  /** What stands in a field: what was typed, or else what the plan holds. */
  typed(form: string, field: string, stored = ""): string {
    return this.drafts.get(form)?.get(field) ?? stored;
  }

  /** Keeps what is being typed. `show` draws the step again, where something else depends on it. */
  type(form: string, field: string, text: string, show = false): void {
    let fields = this.drafts.get(form);
    if (!fields) this.drafts.set(form, (fields = new Map()));
    fields.set(field, text);
    if (show) this.host.requestUpdate();
  }

  /** Throws away what was typed into a form. */
  forget(form: string): void {
    this.drafts.delete(form);
    if (this.refused?.form === form) this.refused = undefined;
    this.host.requestUpdate();
  }

  announce(text: string): void {
    this.host.announce(text);
  }

  tell: DeskHost["tell"] = (event, detail) => this.host.tell(event, detail);

  show(): void {
    this.host.requestUpdate();
  }

  /** The rows of a table in their order. */
  rows<Name extends Exclude<TableName, "observations">>(table: Name): Row<Name>[] {
    const rows = Object.entries(this.document[table] as Record<string, Tables[Name]>).map(
      ([id, row]) => ({ ...row, id }) as Row<Name>,
    );
    const place = (row: Row<Name>) => ("position" in row ? (row.position as number) : 0);
    return rows.sort((a, b) => place(a) - place(b));
  }

  /** The values of a measure in time order. */
  observations(measure: string): Observation[] {
    return Object.values(this.document.observations)
      .filter((row) => row.measure === measure)
      .sort((a, b) => (a.date < b.date ? -1 : 1));
  }

  /** The problem that this plan works on. */
  get problem(): Row<"problems"> | undefined {
    return this.rows("problems")[0];
  }

  get aim(): Row<"aims"> | undefined {
    return this.rows("aims")[0];
  }

  /** The measure of the aim, or else the first one. */
  get measure(): Row<"measures"> | undefined {
    const measures = this.rows("measures");
    return measures.find((measure) => measure.id === this.aim?.measure) ?? measures[0];
  }
}

/** An id that no one else has made. */
export function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Pages without https have no randomUUID.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Today by the browser's clock, as `2026-09-14`. */
export function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A date such as `2026-09-14` in the reader's way of writing. */
export function sayDate(date: string | undefined, language: string | undefined): string {
  const parts = date?.split("-").map(Number);
  if (!parts || parts.length !== 3) return date ?? "";
  const [year, month, day] = parts as [number, number, number];
  return new Date(year, month - 1, day).toLocaleDateString(language, { day: "numeric", month: "short", year: "numeric" });
}

/** A number as people type it, with either decimal mark; undefined when blank, NaN when it is no number. */
export function readNumber(text: string): number | undefined {
  const plain = text.replace(/[\s%]/g, "");
  if (!plain) return undefined;
  return Number(/^[+-]?\d+,\d+$/.test(plain) ? plain.replace(",", ".") : plain);
}
