/** Values of a measure: a CSV by file, drop or paste with a preview of how it was read, or one value typed in. */
import { html, nothing, type TemplateResult } from "lit";
import { readCsv } from "../../../index.js";
import type { CsvOptions, CsvTable } from "../../../types.js";
import type { Desk, Row } from "../desk.js";
import { readNumber, sayDate, today } from "../desk.js";
import { choice, field, form } from "../fields.js";
import { say } from "../words.js";
import type { Route } from "./step.js";

const PASTE = "csv-paste";
const READ = "csv-read";
const ONE = "one-value";
/** Rows shown before the rest is unfolded. */
const SHOWN = 6;

type Role = CsvTable["columns"][number]["role"];

export class Values {
  private text = "";
  private name = "";
  private options: CsvOptions = {};
  private table: CsvTable | undefined;
  private over = false;
  /** Counts become shares of the column “out of”; undefined until someone says so or says not. */
  private shares: boolean | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly route: Route,
  ) {}

  /** True while a file is being looked at. */
  get reading(): boolean {
    return this.text !== "";
  }

  view(measure: Row<"measures">): TemplateResult {
    return this.table || this.text ? this.preview(measure) : this.bring(measure);
  }

  private bring(measure: Row<"measures">): TemplateResult {
    const { desk } = this;
    const failed = desk.refusedAt("csv-file");
    return html`<div class="stack">
      <p class="hint">${say("data-lead")}</p>
      <div
        class="drop ${this.over ? "over" : ""}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.hover(true);
        }}
        @dragleave=${() => this.hover(false)}
        @drop=${(event: DragEvent) => {
          event.preventDefault();
          this.hover(false);
          void this.file(event.dataTransfer?.files[0]);
        }}
      >
        <label class="button">
          ${say("data-file")}
          <input
            class="hidden-visually"
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              void this.file(input.files?.[0]);
              input.value = "";
            }}
          />
        </label>
        <span class="muted wide-only">${say("data-drop")}</span>
      </div>
      ${failed ? html`<p class="error" role="alert">${failed.message}</p>` : nothing}
      ${form(
        desk,
        PASTE,
        () => this.read(desk.typed(PASTE, "rows"), PASTE),
        html`${field(desk, { form: PASTE, name: "rows", label: say("data-paste"), kind: "area", live: true })}
          ${desk.typed(PASTE, "rows").trim()
            ? html`<div class="actions"><button class="button primary" type="submit">${say("data-read")}</button></div>`
            : nothing}`,
      )}
      <details>
        <summary>${say("data-one")}</summary>
        ${form(
          desk,
          ONE,
          () => this.one(measure),
          html`<div class="row thirds">
              ${field(desk, { form: ONE, name: "date", label: say("data-date"), kind: "date", value: today() })}
              ${field(desk, {
                form: ONE,
                name: "value",
                label: say("data-value") + (measure.unit ? ` (${measure.unit})` : ""),
                kind: "number",
              })}
            </div>
            <div class="actions"><button class="button" type="submit">${say("data-add")}</button></div>`,
        )}
      </details>
    </div>`;
  }

  private preview(measure: Row<"measures">): TemplateResult {
    const { desk, table } = this;
    const refused = desk.refusedAt(READ);
    return html`<section class="panel stack arrive">
      <h4 id="csv-title" tabindex="-1">${say("csv-title")}</h4>
      ${this.name ? html`<p class="muted small">${this.name}</p>` : nothing}
      ${table
        ? html`
            ${this.columns(table)} ${this.order(table)} ${this.share(table, measure)} ${this.rows(table)} ${this.notes(table)}
            <div class="actions">
              <button class="button primary" type="button" @click=${() => this.use(measure)}>
                ${say("csv-use", { n: table.rows.length }, desk.language)}
              </button>
              <button class="button quiet" type="button" @click=${() => this.clear()}>${say("csv-other")}</button>
            </div>
          `
        : html`<button class="button" type="button" @click=${() => this.clear()}>${say("csv-other")}</button>`}
      ${refused ? html`<p class="error" role="alert">${refused.message}</p>` : nothing}
    </section>`;
  }

  private columns(table: CsvTable): TemplateResult {
    const roles: Role[] = ["date", "value", "denominator", "ignored"];
    return html`<fieldset>
      <legend class="label">${say("csv-columns")}</legend>
      <ul class="columns">
        ${table.columns.map(
          (column) => html`<li>
            <span class="column-name">${column.name}</span>
            <span class="muted small">${say("csv-filled", { n: column.filled }, this.desk.language)}</span>
            <select
              aria-label=${say("csv-role", { name: column.name })}
              @change=${(event: Event) => this.useAs(column.name, (event.target as HTMLSelectElement).value as Role)}
            >
              ${roles.map(
                (role) => html`<option value=${role} .selected=${role === column.role}>${say(`csv-role-${role}`)}</option>`,
              )}
            </select>
          </li>`,
        )}
      </ul>
    </fieldset>`;
  }

  /** Month or day first: asked, never guessed, where the file can be read both ways. */
  private order(table: CsvTable): TemplateResult | typeof nothing {
    if (!table.ambiguous && !this.options.dateOrder) return nothing;
    return html`<form data-form="csv-order" @submit=${(event: Event) => event.preventDefault()}>
      ${choice(this.desk, {
        form: "csv-order",
        name: "dateOrder",
        legend: say("csv-order"),
        hint: say("csv-order-hint"),
        value: this.options.dateOrder,
        options: [
          { value: "mdy", label: say("csv-order-mdy") },
          { value: "dmy", label: say("csv-order-dmy") },
        ],
        commit: (dateOrder) => {
          this.options = { ...this.options, dateOrder };
          this.desk.forget("csv-order");
          this.again();
        },
      })}
    </form>`;
  }

  /** Whether counts are to be used as shares: the plan keeps values in the unit of the measure. */
  private asShares(table: CsvTable, measure: Row<"measures">): boolean {
    if (!table.columns.some((column) => column.role === "denominator")) return false;
    return this.shares ?? (table.unit === "number" && (!measure.unit || measure.unit === "%"));
  }

  private share(table: CsvTable, measure: Row<"measures">): TemplateResult | typeof nothing {
    const named = (role: Role) => table.columns.find((column) => column.role === role)?.name;
    const [name, whole] = [named("value"), named("denominator")];
    if (name === undefined || whole === undefined) return nothing;
    return html`<form data-form="csv-share" @submit=${(event: Event) => event.preventDefault()}>
      ${choice(this.desk, {
        form: "csv-share",
        name: "share",
        legend: say("csv-share", { name }),
        value: this.asShares(table, measure) ? "share" : "plain",
        options: [
          { value: "share", label: say("csv-share-share", { whole }) },
          { value: "plain", label: say("csv-share-plain") },
        ],
        commit: (chosen) => {
          this.shares = chosen === "share";
          this.desk.forget("csv-share");
        },
      })}
    </form>`;
  }

  private rows(table: CsvTable): TemplateResult {
    const { desk } = this;
    const rated = table.rows.some((row) => row.denominator !== null);
    const sheet = (rows: CsvTable["rows"]) => html`<div class="scroll" tabindex="0" role="region" aria-label=${say("csv-title")}>
      <table>
        <thead>
          <tr>
            <th scope="col">${say("data-date")}</th>
            <th scope="col">${say("data-value")}</th>
            ${rated ? html`<th scope="col">${say("data-denominator")}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr>
              <td>${sayDate(row.date, desk.language)}</td>
              <td>
                ${row.state === "value"
                  ? row.value?.toLocaleString(desk.language)
                  : html`<span class=${row.state}>${say(`csv-${row.state}`)}</span>`}
              </td>
              ${rated ? html`<td>${row.denominator?.toLocaleString(desk.language)}</td>` : nothing}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
    const hidden = table.rows.filter((row) => row.state === "suppressed").length;
    return html`<div class="stack">
      <h5 class="label">${say("csv-rows", { n: table.rows.length }, desk.language)}</h5>
      ${sheet(table.rows.slice(0, SHOWN))}
      ${table.rows.length > SHOWN
        ? html`<details>
            <summary>${say("csv-all", { n: table.rows.length }, desk.language)}</summary>
            ${sheet(table.rows)}
          </details>`
        : nothing}
      ${hidden ? html`<p class="small">${say("csv-hidden-note", { n: hidden }, desk.language)}</p>` : nothing}
    </div>`;
  }

  private notes(table: CsvTable): TemplateResult | typeof nothing {
    if (!table.warnings.length) return nothing;
    return html`<div class="notice attention">
      <h5 class="label">${say("csv-warnings", { n: table.warnings.length }, this.desk.language)}</h5>
      <ul class="warnings">
        ${table.warnings.map(
          ({ line, message }) => html`<li>
            ${line === null ? nothing : html`<span class="muted numerals">${say("csv-line", { line: String(line) })}</span>`}
            ${message.text}
          </li>`,
        )}
      </ul>
    </div>`;
  }

  private hover(over: boolean): void {
    if (over === this.over) return;
    this.over = over;
    this.desk.show();
  }

  private async file(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      const text = await file.text();
      this.name = file.name;
      this.read(text, "csv-file");
    } catch {
      this.desk.refuse("csv-file", { code: "csv/broken", path: "", message: say("csv-unreadable") });
    }
  }

  /** Reads a new text; when it cannot be read at all the text stays where it was and the reason is said there. */
  private read(text: string, from: string): void {
    this.options = {};
    try {
      this.table = readCsv(text, {});
      this.text = text;
      this.desk.refused = undefined;
      this.desk.show();
      this.route.focus("#csv-title");
    } catch (error) {
      this.name = "";
      this.desk.refuse(from, error);
    }
  }

  /** Reads the same text with other options. */
  private again(): void {
    try {
      this.table = readCsv(this.text, this.options);
      this.desk.refused = undefined;
      this.desk.show();
    } catch (error) {
      this.desk.refuse(READ, error);
    }
  }

  private useAs(name: string, role: Role): void {
    const named = { date: "dateColumn", value: "valueColumn", denominator: "denominatorColumn" } as const;
    const options: CsvOptions = { ...this.options };
    // What was read without being named is named now, so that a change of one column leaves the others be.
    for (const column of this.table?.columns ?? []) {
      if (column.role !== "ignored" && column.name !== name) options[named[column.role]] = column.name;
    }
    for (const key of Object.values(named)) if (options[key] === name) delete options[key];
    if (role !== "ignored") options[named[role]] = name;
    this.options = options;
    this.again();
  }

  private use(measure: Row<"measures">): void {
    const { desk, table } = this;
    if (!table) return;
    if (table.ambiguous && !this.options.dateOrder) {
      desk.refuse("csv-order", { code: "csv/ambiguous", path: "dateOrder", message: say("csv-order-missing") });
      return;
    }
    const shares = this.asShares(table, measure);
    const rows = table.rows.map(({ date, value, denominator, state }) => ({
      date,
      value: shares && value !== null ? share(value, denominator) : value,
      ...(denominator === null ? {} : { denominator }),
      ...(state === "suppressed" ? { suppressed: true } : {}),
    }));
    // The unit first, so that one undo takes the values away.
    if ((shares || table.unit === "percent") && measure.unit !== "%" && (shares || !measure.unit)) {
      desk.edit(READ, { type: "revise", table: "measures", id: measure.id, fields: { unit: "%" } });
    }
    if (!desk.edit(READ, { type: "recordObservations", measure: measure.id, rows })) return;
    desk.announce(say("csv-used", { n: rows.length }, desk.language));
    desk.forget(PASTE);
    this.clear();
    this.route.focus("#chart-reading");
  }

  private one(measure: Row<"measures">): void {
    const { desk } = this;
    const date = desk.typed(ONE, "date", today());
    const value = readNumber(desk.typed(ONE, "value"));
    if (value === undefined || Number.isNaN(value)) {
      desk.refuse(ONE, { code: "input/bad-number", path: "value", message: say("aim-number") });
      return;
    }
    const row = { date, value };
    if (desk.edit(ONE, { type: "recordObservations", measure: measure.id, rows: [row] })) {
      desk.announce(say("csv-used", { n: 1 }));
      this.route.focus(`[data-form="${ONE}"] [name="value"]`);
    }
  }

  private clear(): void {
    this.text = this.name = "";
    this.options = {};
    this.shares = undefined;
    this.table = undefined;
    this.desk.refused = undefined;
    this.desk.show();
  }
}

/** A count as a percentage of the whole, to four places; nothing where there is no whole. */
function share(count: number, whole: number | null): number | null {
  return whole ? Math.round((count / whole) * 1_000_000) / 10_000 : null;
}
