/** Aim and measure: what is counted, its values on a chart, and the aim with its number, its people and its date. */
import { html, nothing, type TemplateResult } from "lit";
import type { Direction } from "../../../types.js";
import { MeasureChart } from "../chart.js";
import type { Desk, Row } from "../desk.js";
import { newId, readNumber, sayDate } from "../desk.js";
import { choice, field, form } from "../fields.js";
import { say } from "../words.js";
import { example, lead, unlessReadonly, waitsFor, type Route, type Step } from "./step.js";
import { Values } from "./values.js";

const MEASURE = "measure";
const AIM = "aim";
type AimField = "baseline" | "baselineDate" | "target" | "deadline" | "population";

export class AimStep implements Step {
  private readonly measureId = newId();
  private readonly aimId = newId();
  private readonly values: Values;
  private readonly chart: MeasureChart;
  private changingMeasure = false;
  private changingAim = false;

  constructor(
    private readonly desk: Desk,
    private readonly route: Route,
  ) {
    this.values = new Values(desk, route);
    this.chart = new MeasureChart(desk);
  }

  view(): TemplateResult {
    const { desk } = this;
    const problem = desk.problem;
    if (!problem) return waitsFor(this.route, say("causes-need-problem"), "problem", say("causes-go-problem"));
    const { aim, measure } = desk;
    return html`
      ${lead(aim?.statement ?? say("aim-lead"))}
      ${measure && !this.changingMeasure && desk.observations(measure.id).length
        ? nothing
        : html`<section class="stack">
            <h4>${say("measure-title")}</h4>
            ${measure && !this.changingMeasure ? this.measured(measure) : unlessReadonly(desk, () => this.define(measure))}
          </section>`}
      ${measure ? this.series(measure) : nothing}
      ${measure && !this.values.reading ? this.aiming(problem.id, measure) : nothing}
      ${measure || desk.readonly ? nothing : example(html`<p class="example-words">${say("aim-example")}</p>`)}
    `;
  }

  private measured(measure: Row<"measures">): TemplateResult {
    return html`<div class="said">
      <p>
        <strong>${measure.name}</strong>${measure.unit ? `, ${measure.unit}` : ""}; ${say(`measure-says-${measure.direction}`)}.
        ${measure.definition ? html`<span class="muted">${measure.definition}</span>` : nothing}
        ${measure.source ? html`<span class="muted">${measure.source}</span>` : nothing}
      </p>
      ${unlessReadonly(
        this.desk,
        () => html`<button
          class="button quiet"
          type="button"
          @click=${() => {
            this.changingMeasure = true;
            this.route.focus(`[data-form="${MEASURE}"] [name="name"]`);
          }}
        >
          ${say("measure-change")}
        </button>`,
      )}
    </div>`;
  }

  private define(measure: Row<"measures"> | undefined): TemplateResult {
    const { desk } = this;
    return form(
      desk,
      MEASURE,
      () => this.useMeasure(measure),
      html`
        ${field(desk, {
          form: MEASURE,
          name: "name",
          label: say("measure-name"),
          hint: say("measure-name-hint"),
          placeholder: say("measure-name-example"),
          kind: "phrase",
          value: measure?.name ?? "",
        })}
        <div class="row pairs">
          ${choice<Direction>(desk, {
            form: MEASURE,
            name: "direction",
            legend: say("measure-direction"),
            value: measure?.direction,
            options: [
              { value: "decrease", label: say("measure-lower") },
              { value: "increase", label: say("measure-higher") },
            ],
          })}
          ${field(desk, {
            form: MEASURE,
            name: "unit",
            label: say("measure-unit"),
            hint: say("measure-unit-hint"),
            value: measure?.unit ?? "",
          })}
          ${field(desk, {
            form: MEASURE,
            name: "definition",
            label: say("measure-definition"),
            hint: say("measure-definition-hint"),
            kind: "phrase",
            value: measure?.definition ?? "",
          })}
          ${field(desk, {
            form: MEASURE,
            name: "source",
            label: say("measure-source"),
            value: measure?.source ?? "",
          })}
        </div>
        <div class="actions">
          <button class="button primary" type="submit">${say(measure ? "keep" : "measure-use")}</button>
          ${measure
            ? html`<button
                class="button quiet"
                type="button"
                @click=${() => {
                  this.changingMeasure = false;
                  desk.forget(MEASURE);
                }}
              >
                ${say("cancel")}
              </button>`
            : nothing}
        </div>
      `,
    );
  }

  private series(measure: Row<"measures">): TemplateResult {
    const { desk } = this;
    const values = desk.observations(measure.id);
    const first = values[0];
    const last = values.at(-1);
    const hidden = values.filter((value) => value.suppressed).length;
    return html`<section class="stack">
      ${first && last
        ? html`${this.chart.view(measure.id)} ${this.changingMeasure ? nothing : this.measured(measure)}
            <p class="small muted">
              ${say(
                "data-count",
                { n: values.length, from: sayDate(first.date, desk.language), to: sayDate(last.date, desk.language) },
                desk.language,
              )}.
              ${hidden ? say("data-hidden", { n: hidden }, desk.language) : nothing}
            </p>`
        : html`<h4>${say("data-title")}</h4>`}
      ${unlessReadonly(desk, () =>
        values.length && !this.values.reading
          ? html`<details>
              <summary>${say("data-more")}</summary>
              ${this.values.view(measure)}
            </details>`
          : this.values.view(measure),
      )}
    </section>`;
  }

  private aiming(problem: string, measure: Row<"measures">): unknown {
    const { desk } = this;
    const aim = desk.aim;
    if (aim && !this.changingAim) {
      return html`<section class="stack"><h4>${say("aim-title")}</h4>${this.aimed()}</section>`;
    }
    return unlessReadonly(desk, () =>
      aim || desk.observations(measure.id).length
        ? html`<section class="stack">
            <h4>${say("aim-title")}</h4>
            ${this.setting(problem, measure)}
          </section>`
        : html`<details>
            <summary>${say("aim-early")}</summary>
            ${this.setting(problem, measure)}
          </details>`,
    );
  }

  private aimed(): TemplateResult {
    const { desk } = this;
    const aim = desk.aim;
    return html`<div class="said">
      <p>
        ${[
          aim?.target === undefined ? "" : `${say("aim-target")}: ${aim.target.toLocaleString(desk.language)}`,
          aim?.population ?? "",
          aim?.deadline ? sayDate(aim.deadline, desk.language) : "",
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      ${unlessReadonly(
        desk,
        () => html`<button
          class="button quiet"
          type="button"
          @click=${() => {
            this.changingAim = true;
            this.route.focus(`[data-form="${AIM}"] [name="target"]`);
          }}
        >
          ${say("aim-change")}
        </button>`,
      )}
    </div>`;
  }

  private setting(problem: string, measure: Row<"measures">): TemplateResult {
    const { desk } = this;
    const aim = desk.aim;
    const stored = this.stored(measure);
    const unit = measure.unit ? ` (${measure.unit})` : "";
    const entry = (name: AimField, label: string, kind: "phrase" | "number" | "date", hint?: string) =>
      field(desk, { form: AIM, name, label, kind, value: stored[name], live: true, ...(hint && { hint }) });
    return form(
      desk,
      AIM,
      () => this.setAim(problem, measure),
      html`
        <div class="row pairs">
          ${entry("baseline", say("aim-baseline") + unit, "number", aim || !stored.baseline ? undefined : say("aim-baseline-hint"))}
          ${entry("baselineDate", say("aim-baseline-date"), "date")}
          ${entry("target", say("aim-target") + unit, "number", say("aim-target-hint"))}
          ${entry("deadline", say("aim-deadline"), "date")}
          ${entry("population", say("aim-population"), "phrase")}
        </div>
        ${field(desk, {
          form: AIM,
          name: "statement",
          label: say("aim-statement"),
          hint: say("aim-statement-hint"),
          kind: "area",
          value: this.statement(measure),
        })}
        <div class="actions">
          <button class="button ${desk.observations(measure.id).length ? "primary" : ""}" type="submit">
            ${say(aim ? "keep" : "aim-set")}
          </button>
          ${aim
            ? html`<button
                class="button quiet"
                type="button"
                @click=${() => {
                  this.changingAim = false;
                  desk.forget(AIM);
                }}
              >
                ${say("cancel")}
              </button>`
            : nothing}
        </div>
      `,
    );
  }

  /** What the aim's fields hold before anyone types: the aim as set, or where the values stand now. */
  private stored(measure: Row<"measures">): Record<AimField, string> {
    const { desk } = this;
    const aim = desk.aim;
    const number = (value: number | null | undefined) =>
      value === undefined || value === null ? "" : String(value);
    const reading = aim ? undefined : this.chart.reading(measure.id);
    return {
      baseline: aim ? number(aim.baseline?.value) : number(rounded(reading?.phases.at(-1)?.centre)),
      baselineDate: aim ? (aim.baseline?.date ?? "") : (desk.observations(measure.id).at(-1)?.date ?? ""),
      target: number(aim?.target),
      deadline: aim?.deadline ?? "",
      population: aim?.population ?? desk.problem?.who ?? "",
    };
  }

  /** The aim's sentence: a person's own, or else the one that its fields make as they stand. */
  private statement(measure: Row<"measures">): string {
    const { desk } = this;
    const stored = this.stored(measure);
    const own = desk.aim?.statement;
    if (own && own !== this.compose(measure, (name) => stored[name])) return own;
    return this.compose(measure, (name) => desk.typed(AIM, name, stored[name]).trim());
  }

  private compose(measure: Row<"measures">, part: (name: AimField) => string): string {
    const { desk } = this;
    const figure = (value: string) => (measure.unit === "%" ? say("aim-percent", { value }) : value);
    if (!part("target") && !part("deadline")) return "";
    const gap = say("aim-gap");
    return say("aim-compose", {
      measure: measure.name,
      baseline: part("baseline") ? figure(part("baseline")) : gap,
      target: part("target") ? figure(part("target")) : gap,
      population: part("population") || gap,
      deadline: part("deadline") ? sayDate(part("deadline"), desk.language) : gap,
    });
  }

  private useMeasure(measure: Row<"measures"> | undefined): void {
    const { desk } = this;
    const direction = desk.typed(MEASURE, "direction", measure?.direction);
    const text = (name: "name" | "unit" | "definition" | "source") =>
      desk.typed(MEASURE, name, measure?.[name]).trim() || undefined;
    if (text("name") && direction !== "increase" && direction !== "decrease") {
      desk.refuse(MEASURE, { code: "input/blank", path: "direction", message: say("measure-direction-missing") });
      return;
    }
    const details = { unit: text("unit"), definition: text("definition"), source: text("source") };
    const named = { name: text("name") ?? "", direction: (direction || "decrease") as Direction };
    const defined = measure
      ? desk.edit(MEASURE, {
          type: "revise",
          table: "measures",
          id: measure.id,
          fields: { ...named, ...Object.fromEntries(Object.entries(details).map(([name, told]) => [name, told ?? null])) },
        })
      : desk.edit(MEASURE, { type: "defineMeasure", id: this.measureId, kind: "outcome", ...named, ...details });
    if (defined) {
      this.changingMeasure = false;
      this.route.focus(measure ? ".said button" : `[data-form="csv-paste"] textarea`);
    }
  }

  private setAim(problem: string, measure: Row<"measures">): void {
    const { desk } = this;
    const aim = desk.aim;
    const stored = this.stored(measure);
    const text = (name: AimField) => desk.typed(AIM, name, stored[name]).trim();
    const baseline = readNumber(text("baseline"));
    const target = readNumber(text("target"));
    for (const [path, number] of [["baseline", baseline], ["target", target]] as const) {
      if (Number.isNaN(number)) {
        desk.refuse(AIM, { code: "input/bad-number", path, message: say("aim-number") });
        return;
      }
    }
    const { id, ...kept } = aim ?? { id: this.aimId };
    const set = desk.edit(AIM, {
      type: "setAim",
      ...kept,
      id,
      problem,
      statement: desk.typed(AIM, "statement", this.statement(measure)),
      measure: measure.id,
      baseline:
        baseline !== undefined && text("baselineDate") ? { value: baseline, date: text("baselineDate") } : undefined,
      target,
      population: text("population") || undefined,
      deadline: text("deadline") || undefined,
    });
    if (!set) return;
    this.changingAim = false;
    desk.announce(say("aim-was-set"));
    this.route.focus(".step-title");
  }
}

/** Three figures are enough to say where something stands. */
function rounded(value: number | null | undefined): number | undefined {
  if (value === null || value === undefined) return undefined;
  return Math.abs(value) < 100 ? Number(value.toPrecision(3)) : Math.round(value);
}
