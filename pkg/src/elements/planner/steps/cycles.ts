/**
 * Cycles: each one is one page. The prediction stands on the left and is sealed when the test starts; what happened
 * stands on the right; the chart is under both, and the decision ends the page.
 */
import { html, nothing, type TemplateResult } from "lit";
import { drawRamp } from "../../../index.js";
import type { CyclesInput, DecisionKind } from "../../../types.js";
import { marks } from "../../marks.js";
import { MeasureChart } from "../chart.js";
import type { Desk, Row } from "../desk.js";
import { newId, sayDate, today } from "../desk.js";
import { choice, field, form, select, several } from "../fields.js";
import { Drawn, tableTwin } from "../pictures.js";
import { say } from "../words.js";
import { example, lead, unlessReadonly, waitsFor, type Route, type Step } from "./step.js";

type Cycle = Row<"cycles">;
const NEW = "cycle-new";
const decisions: readonly DecisionKind[] = ["adopt", "adapt", "abandon"];

export class CyclesStep implements Step {
  /** The cycle on the page; `NEW` for one being planned. */
  private shown: string | undefined;
  private changing = false;
  private idea: string | undefined;
  private readonly chart: MeasureChart;
  private readonly ramp = new Drawn<CyclesInput>(drawRamp, {});

  constructor(
    private readonly desk: Desk,
    private readonly route: Route,
  ) {
    this.chart = new MeasureChart(desk);
  }

  /** Opens the page of a new cycle for this idea. */
  plan(idea: string | undefined): void {
    this.shown = NEW;
    this.idea = idea;
    this.desk.forget(NEW);
  }

  view(): TemplateResult {
    const { desk } = this;
    const cycles = desk.rows("cycles");
    if (!cycles.length && !desk.rows("ideas").length) {
      return html`${lead(say("cycles-lead"))}
        ${desk.readonly ? nothing : waitsFor(this.route, say("cycles-none"), "ideas", say("cycles-go-ideas"))}
        ${example(this.examplePage())}`;
    }
    const current = cycles.find((cycle) => cycle.id === this.shown);
    const fresh = !desk.readonly && (this.shown === NEW || !cycles.length);
    const cycle = fresh ? undefined : (current ?? cycles.find((other) => other.stage !== "decided") ?? cycles.at(-1));
    return html`
      ${cycles.length ? this.tabs(cycles, cycle) : lead(say("cycles-lead"))}
      ${cycle ? this.page(cycle, cycles) : unlessReadonly(desk, () => this.planning(undefined, cycles))}
      ${cycles.length > 1
        ? html`<details>
            <summary>${say("cycles-pictured")}</summary>
            <figure aria-label=${say("cycles-picture")} @click=${this.choose}>
              ${this.ramp.view(desk, desk.plan.ramp(), cycle?.id)}
            </figure>
            ${tableTwin(this.ramp.picture, say("causes-table"))}
          </details>`
        : nothing}
      ${cycles.length || desk.readonly ? nothing : example(this.examplePage())}
    `;
  }

  /** A step of the ramp, or a band of the chart, was chosen: its page opens. */
  private readonly choose = (event: Event): void => {
    const id = (event.target as Element).closest("[data-entity]")?.getAttribute("data-entity");
    if (id && this.desk.document.cycles[id]) this.open(id);
  };

  private tabs(cycles: Cycle[], shown: Cycle | undefined): TemplateResult {
    return html`<nav aria-label=${say("cycles-all")}>
      <ol class="cycle-tabs">
        ${cycles.map(
          (cycle, index) => html`<li>
            <button
              type="button"
              aria-current=${cycle === shown ? "true" : nothing}
              @click=${() => this.open(cycle.id)}
            >
              <span>${say("cycle-tab", { number: index + 1 })}</span>
              <span class="small muted">${this.stage(cycle)}</span>
            </button>
          </li>`,
        )}
        ${unlessReadonly(
          this.desk,
          () => html`<li>
            <button
              type="button"
              aria-current=${shown ? nothing : "true"}
              @click=${() => {
                this.plan(cycles.at(-1)?.idea);
                this.route.focus(`[data-form="${NEW}"] [name="title"]`);
              }}
            >
              <span>${say("cycle-next")}</span>
            </button>
          </li>`,
        )}
      </ol>
    </nav>`;
  }

  private stage(cycle: Cycle): string {
    if (cycle.decision) return say(`decided-${cycle.decision.kind}`);
    return cycle.stage === "doing"
      ? say("stage-doing", { date: sayDate(cycle.started, this.desk.language) })
      : say(cycle.stage === "studying" ? "stage-studying" : "stage-planned");
  }

  private page(cycle: Cycle, cycles: Cycle[]): TemplateResult {
    const { desk } = this;
    if (cycle.stage === "planned" && this.changing) return this.planning(cycle, cycles);
    const idea = cycle.idea ? desk.document.ideas[cycle.idea] : undefined;
    const facts = [
      cycle.who,
      cycle.where,
      cycle.started
        ? cycle.ended
          ? say("cycle-dates", {
              from: sayDate(cycle.started, desk.language),
              to: sayDate(cycle.ended, desk.language),
            })
          : sayDate(cycle.started, desk.language)
        : sayDate(cycle.due, desk.language),
    ].filter(Boolean);
    return html`<article class="cycle" aria-labelledby="cycle-title">
      <header>
        <h4 class="cycle-title" id="cycle-title" dir="auto" tabindex="-1">${cycle.title}</h4>
        ${idea && idea.text !== cycle.title ? html`<p class="muted">${idea.text}</p>` : nothing}
        ${facts.length ? html`<p class="muted small">${facts.join(" · ")}</p>` : nothing}
      </header>
      ${this.participants(cycle)}
      <div class="spread">
        ${this.left(cycle)}
        <section class="happened" aria-labelledby="happened">
          <h5 class="label" id="happened">${say("cycle-happened")}</h5>
          ${this.right(cycle)}
        </section>
      </div>
      ${cycle.measure && cycle.stage !== "planned" ? html`<div @click=${this.choose}>${this.chart.view(cycle.measure)}</div>` : nothing}
      ${cycle.stage === "studying" ? unlessReadonly(desk, () => this.deciding(cycle, cycles)) : this.decided(cycle)}
    </article>`;
  }

  /** Which of those who are needed take part, where the plan lists some. */
  private participants(cycle: Cycle): TemplateResult | typeof nothing {
    const { desk } = this;
    const people = desk.rows("stakeholders").map(({ id, name }) => ({ value: id, label: name }));
    if (!people.length) return nothing;
    return several(desk, {
      legend: say("cycle-stakeholders"),
      value: cycle.stakeholders ?? [],
      options: people,
      commit: (stakeholders) =>
        desk.edit(`people:${cycle.id}`, { type: "revise", table: "cycles", id: cycle.id, fields: { stakeholders } }),
    });
  }

  /** The prediction: open while planned, a sealed sheet from then on. */
  private left(cycle: Cycle): TemplateResult {
    const { desk } = this;
    const sealed = cycle.stage !== "planned";
    return html`<section class="prediction ${sealed ? "sealed" : ""}" aria-labelledby="prediction">
      <h5 class="label" id="prediction">${say("cycle-prediction")}</h5>
      ${(cycle.predictions ?? []).map(
        ({ question, expected }) => html`${question ? html`<p class="muted small">${question}</p>` : nothing}
          <p class="own-words" dir="auto">${expected}</p>`,
      )}
      ${sealed
        ? html`<p class="seal small">
            ${marks.seal} <span>${say("cycle-sealed", { date: sayDate(cycle.started, desk.language) })}</span>
          </p>`
        : unlessReadonly(
            desk,
            () => html`<div class="actions">
              <button
                class="button quiet"
                type="button"
                @click=${() => {
                  this.changing = true;
                  desk.show();
                  this.route.focus(`[data-form="cycle:${cycle.id}"] [name="title"]`);
                }}
              >
                ${say("cycle-change")}
              </button>
            </div>`,
          )}
    </section>`;
  }

  private right(cycle: Cycle): unknown {
    const { desk } = this;
    if (cycle.study) {
      return html`
        <p class="own-words" dir="auto">${cycle.study.result}</p>
        <p dir="auto">${cycle.study.comparison}</p>
        ${cycle.study.learned ? html`<p dir="auto">${cycle.study.learned}</p>` : nothing}
        ${cycle.notes ? html`<p class="muted small">${cycle.notes}</p>` : nothing}
      `;
    }
    if (desk.readonly) return nothing;
    if (cycle.stage === "planned") return this.starting(cycle);
    const name = `study:${cycle.id}`;
    const area = (key: string, label: string, hint?: string) =>
      field(desk, { form: name, name: key, label, kind: "area", ...(hint && { hint }) });
    return form(
      desk,
      name,
      () => this.study(cycle),
      html`
        ${area("result", say("cycle-result"), say("cycle-result-hint"))} ${area("comparison", say("cycle-comparison"))}
        ${area("learned", say("cycle-learned"))}
        <div class="row pairs">
          ${field(desk, { form: name, name: "ended", label: say("cycle-ended"), kind: "date", value: today() })}
        </div>
        <div class="actions"><button class="button primary" type="submit">${say("cycle-study")}</button></div>
      `,
    );
  }

  private starting(cycle: Cycle): TemplateResult {
    const { desk } = this;
    const name = `start:${cycle.id}`;
    return form(
      desk,
      name,
      () => {
        const date = desk.typed(name, "date", cycle.due || today());
        if (desk.edit(name, { type: "startCycle", id: cycle.id, date })) {
          desk.announce(say("cycle-started"));
          this.route.focus("#cycle-title");
        }
      },
      html`
        <p class="muted">${say("cycle-happened-later")}</p>
        ${field(desk, { form: name, name: "date", label: say("cycle-start-date"), kind: "date", value: cycle.due || today() })}
        <div class="actions"><button class="button primary" type="submit">${say("cycle-start")}</button></div>
      `,
    );
  }

  private planning(cycle: Cycle | undefined, cycles: Cycle[]): TemplateResult {
    const { desk } = this;
    const name = cycle ? `cycle:${cycle.id}` : NEW;
    const ideas = desk.rows("ideas");
    const measures = desk.rows("measures");
    const first = cycle?.predictions?.[0];
    const chosen = desk.typed(name, "idea", cycle?.idea ?? this.idea ?? ideas.at(-1)?.id);
    const line = (key: "who" | "where", label: string) =>
      field(desk, { form: name, name: key, label, kind: "phrase", value: cycle?.[key] ?? "" });
    return html`<div class="arrive">
      ${form(
        desk,
        name,
        () => this.keepPlan(name, cycle, cycles),
        html`
          ${field(desk, {
            form: name,
            name: "title",
            label: say("cycle-title"),
            hint: say("cycle-title-hint"),
            kind: "phrase",
            value: cycle?.title ?? desk.document.ideas[chosen]?.text ?? "",
          })}
          ${field(desk, {
            form: name,
            name: "expected",
            label: say("cycle-expected"),
            hint: say("cycle-expected-hint"),
            placeholder: say("cycle-expected-example"),
            kind: "area",
            large: true,
            value: first?.expected ?? "",
          })}
          <div class="row pairs">
            ${field(desk, {
              form: name,
              name: "question",
              label: say("cycle-question"),
              placeholder: say("cycle-question-example"),
              kind: "phrase",
              value: first?.question ?? "",
            })}
            ${line("who", say("cycle-who"))} ${line("where", say("cycle-where"))}
            ${field(desk, { form: name, name: "due", label: say("cycle-due"), kind: "date", value: cycle?.due ?? today() })}
            ${ideas.length
              ? select(desk, {
                  form: name,
                  name: "idea",
                  label: say("cycle-idea"),
                  value: chosen,
                  options: ideas.map((idea) => ({ value: idea.id, label: idea.text })),
                })
              : nothing}
            ${measures.length > 1
              ? select(desk, {
                  form: name,
                  name: "measure",
                  label: say("measure-title"),
                  value: cycle?.measure ?? desk.measure?.id ?? "",
                  options: measures.map((measure) => ({ value: measure.id, label: measure.name })),
                })
              : nothing}
          </div>
          <div class="actions">
            <button class="button primary" type="submit">${say(cycle ? "cycle-save" : "cycle-plan")}</button>
            ${cycle
              ? html`<button class="button quiet" type="button" @click=${() => this.removeCycle(cycle)}>
                  ${say("cycle-remove")}
                </button>`
              : nothing}
          </div>
        `,
      )}
    </div>`;
  }

  private keepPlan(name: string, cycle: Cycle | undefined, cycles: Cycle[]): void {
    const { desk } = this;
    const ideas = desk.rows("ideas");
    const first = cycle?.predictions?.[0];
    const idea = desk.typed(name, "idea", cycle?.idea ?? this.idea ?? ideas.at(-1)?.id);
    const expected = desk.typed(name, "expected", first?.expected).trim();
    const question = desk.typed(name, "question", first?.question).trim();
    if (!expected) {
      // Said here already, so that the sentence is written while the idea is fresh and not at the start.
      desk.refuse(name, { code: "cycle/no-prediction", path: "expected", message: say("cycle-expected-missing") });
      this.route.focus(`[data-form="${name}"] [name="expected"]`);
      return;
    }
    const others = cycle?.predictions?.slice(1) ?? [];
    const text = (key: "who" | "where") => desk.typed(name, key, cycle?.[key]).trim() || undefined;
    const fields = {
      title: desk.typed(name, "title", cycle?.title ?? desk.document.ideas[idea]?.text),
      idea: idea || undefined,
      measure: desk.typed(name, "measure", cycle?.measure ?? desk.measure?.id) || undefined,
      predictions: [{ question, expected }, ...others],
      who: text("who"),
      where: text("where"),
      due: desk.typed(name, "due", cycle?.due ?? today()) || undefined,
    };
    const id = cycle?.id ?? newId();
    const kept = cycle
      ? desk.edit(name, {
          type: "revise",
          table: "cycles",
          id,
          fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? null])),
        })
      : desk.edit(name, { type: "planCycle", id, ...fields });
    if (!kept) return;
    this.changing = false;
    this.idea = undefined;
    this.open(id);
  }

  private study(cycle: Cycle): void {
    const { desk } = this;
    const name = `study:${cycle.id}`;
    const learned = desk.typed(name, "learned").trim();
    const studied = desk.edit(name, {
      type: "studyCycle",
      id: cycle.id,
      date: desk.typed(name, "ended", today()),
      result: desk.typed(name, "result"),
      comparison: desk.typed(name, "comparison"),
      ...(learned && { learned }),
    });
    if (!studied) return;
    desk.announce(say("cycle-studied"));
    this.route.focus(`[data-form="decide:${cycle.id}"] input`);
  }

  private deciding(cycle: Cycle, cycles: Cycle[]): TemplateResult {
    const { desk } = this;
    const name = `decide:${cycle.id}`;
    const kind = desk.typed(name, "kind");
    const tested = cycles.filter((other) => other.idea && other.idea === cycle.idea).length;
    return html`<section class="decision arrive">
      ${form(
        desk,
        name,
        () => this.decide(cycle),
        html`
          ${choice<DecisionKind>(desk, {
            form: name,
            name: "kind",
            legend: say("cycle-decide"),
            options: decisions.map((value) => ({ value, label: say(`decide-${value}`) })),
          })}
          ${kind === "adopt" && tested < 2
            ? html`<div class="notice attention"><p>${say("decide-once")}</p></div>`
            : nothing}
          ${field(desk, { form: name, name: "reason", label: say("decide-reason"), kind: "area" })}
          <div class="actions"><button class="button primary" type="submit">${say("decide-act")}</button></div>
        `,
      )}
    </section>`;
  }

  private decide(cycle: Cycle): void {
    const { desk } = this;
    const name = `decide:${cycle.id}`;
    const kind = decisions.find((known) => known === desk.typed(name, "kind"));
    if (!kind) {
      desk.refuse(name, { code: "input/blank", path: "kind", message: say("decide-missing") });
      return;
    }
    const reason = desk.typed(name, "reason");
    const date = cycle.ended && cycle.ended > today() ? cycle.ended : today();
    if (desk.edit(name, { type: "decideCycle", id: cycle.id, kind, reason, date })) {
      desk.tell("headwater-decision", { cycle: cycle.id, kind, reason, date });
      desk.announce(say("decided"));
      this.shown = cycle.id;
      this.route.focus("#decision");
    }
  }

  private decided(cycle: Cycle): unknown {
    const { decision } = cycle;
    if (!decision) return nothing;
    return html`<section class="decision">
      <h5 class="decided" id="decision" tabindex="-1">
        ${say("decided-on", {
          decision: say(`decided-${decision.kind}`),
          date: sayDate(decision.date, this.desk.language),
        })}
      </h5>
      <p dir="auto">${decision.reason}</p>
      ${unlessReadonly(
        this.desk,
        () => html`<div class="actions no-print">
          <button
            class="button ${decision.kind === "abandon" ? "" : "primary"}"
            type="button"
            @click=${() => {
              this.plan(cycle.idea);
              this.route.focus(`[data-form="${NEW}"] [name="title"]`);
            }}
          >
            ${say("cycle-next")}
          </button>
        </div>`,
      )}
    </section>`;
  }

  private removeCycle(cycle: Cycle): void {
    if (this.desk.edit(`cycle:${cycle.id}`, { type: "remove", table: "cycles", id: cycle.id })) {
      this.changing = false;
      this.shown = undefined;
      this.route.focus(".step-title");
    }
  }

  private open(id: string): void {
    this.shown = id;
    this.changing = false;
    this.desk.show();
    this.route.focus("#cycle-title");
  }

  private examplePage(): TemplateResult {
    return html`<div class="cycle">
      <p class="cycle-title">${say("cycle-example-title")}</p>
      <div class="spread">
        <div class="prediction sealed">
          <p class="label">${say("cycle-prediction")}</p>
          <p>${say("cycle-example-expected")}</p>
        </div>
        <div class="happened">
          <p class="label">${say("cycle-happened")}</p>
          <p>${say("cycle-example-result")}</p>
        </div>
      </div>
    </div>`;
  }
}
