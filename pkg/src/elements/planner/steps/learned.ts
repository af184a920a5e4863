/** What we learned: what the chart says, each cycle with what was expected and what came, and the way to take it along. */
import { html, nothing, type TemplateResult } from "lit";
import { MeasureChart } from "../chart.js";
import type { Desk, Row } from "../desk.js";
import { sayDate } from "../desk.js";
import { downloadPlan, downloadText } from "../export.js";
import { field, form } from "../fields.js";
import { say } from "../words.js";
import { lead, type Route, type Step } from "./step.js";

export class LearnedStep implements Step {
  private readonly chart: MeasureChart;

  constructor(
    private readonly desk: Desk,
    _route: Route,
    private readonly print: () => void,
  ) {
    this.chart = new MeasureChart(desk);
  }

  view(): TemplateResult {
    const { desk } = this;
    const { aim, measure } = desk;
    const cycles = desk.rows("cycles").filter((cycle) => cycle.stage !== "planned");
    const headline = measure && this.chart.reading(measure.id)?.sentences[0]?.text;
    return html`
      ${lead(headline ?? say("learned-lead-none"))}
      ${aim ? html`<p><span class="muted">${say("learned-aim")}:</span> ${aim.statement}</p>` : nothing}
      ${measure ? this.chart.view(measure.id, false) : nothing}
      ${cycles.length
        ? html`<section class="stack">
            <h4>${say("learned-cycles")}</h4>
            ${cycleSummary(desk, cycles)}
          </section>`
        : nothing}
      ${form(
        desk,
        "lessons",
        undefined,
        field(desk, {
          form: "lessons",
          name: "lessons",
          label: say("learned-lessons"),
          hint: say("learned-lessons-hint"),
          kind: "area",
          value: desk.document.about.lessons ?? "",
          commit: (lessons) => desk.edit("lessons", { type: "describe", lessons }),
        }),
      )}
      <section class="stack no-print">
        <h4>${say("learned-take")}</h4>
        <div class="actions">
          <button class="button" type="button" @click=${() => downloadPlan(desk)}>${say("share-json")}</button>
          <button class="button" type="button" @click=${() => downloadText(desk)}>${say("share-markdown")}</button>
          <button class="button" type="button" @click=${this.print}>${say("share-print")}</button>
        </div>
      </section>
    `;
  }
}

/** Each cycle: what was tried, expected and found, what was learned, and the decision. */
export const cycleSummary = (desk: Desk, cycles: Row<"cycles">[]): TemplateResult =>
  html`<ol class="summary">
    ${cycles.map((cycle) => {
      const { study, decision } = cycle;
      const decided =
        decision &&
        say("decided-on", {
          decision: say(`decided-${decision.kind}`),
          date: sayDate(decision.date, desk.language),
        });
      const rows: [string, (string | undefined)[]][] = [
        [say("learned-expected"), cycle.predictions?.map(({ expected }) => expected) ?? []],
        [say("learned-happened"), [study?.result, study?.comparison]],
        [say("learned-learned"), [study?.learned]],
        [say("learned-decision"), [decided, decision?.reason]],
      ];
      return html`<li>
        <h5 class="cycle-title" dir="auto">${cycle.title}</h5>
        <dl>
          ${rows.map(([term, told]) =>
            told.some(Boolean)
              ? html`<div>
                  <dt>${term}</dt>
                  ${told.map((words) => (words ? html`<dd dir="auto">${words}</dd>` : nothing))}
                </div>`
              : nothing,
          )}
        </dl>
      </li>`;
    })}
  </ol>`;
