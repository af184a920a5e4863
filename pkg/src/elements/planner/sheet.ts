/** The whole plan on paper: every step that has something to say, in order. On screen it is not there. */
import { html, nothing, type TemplateResult } from "lit";
import { drawFishbone } from "../../index.js";
import { MeasureChart } from "./chart.js";
import type { Desk } from "./desk.js";
import { sayDate } from "./desk.js";
import { Drawn } from "./pictures.js";
import { cycleSummary } from "./steps/learned.js";
import { say } from "./words.js";

/** What is left of a page between its margins, for the smaller of Letter and A4, in CSS pixels. */
const PAPER = 660;

export function sheet(screen: Desk): TemplateResult {
  const desk: Desk = Object.create(screen, { width: { value: PAPER }, textSize: { value: 14 } });
  const { about } = desk.document;
  const { problem, aim, measure } = desk;
  const causes = desk.rows("causes");
  const tests = causes.flatMap((cause) => (cause.tests ?? []).map((test) => ({ cause, test })));
  const ideas = desk.rows("ideas");
  const cycles = desk.rows("cycles");
  const titles = Object.fromEntries(desk.pathway.steps.map((step) => [step.id, step.title]));
  const part = (title: string | undefined, content: unknown) =>
    html`<section class="stack"><h3>${title}</h3>${content}</section>`;
  return html`<div class="sheet stack wide">
    <h2>${about.title}</h2>
    ${about.story ? part(titles["story"], html`<p>${about.story}</p>`) : nothing}
    ${problem
      ? part(
          titles["problem"],
          html`<p class="lead">${problem.statement}</p>
            <p>${[problem.who, problem.where, problem.howMuch, problem.sinceWhen].filter(Boolean).join(" · ")}</p>`,
        )
      : nothing}
    ${problem && causes.length
      ? part(
          titles["causes"],
          html`${new Drawn(drawFishbone).view(desk, desk.plan.fishbone(problem.id))}
            <ul class="tests">
              ${tests.map(
                ({ cause, test }) => html`<li>
                  <strong>${cause.text}</strong> (${say(`status-${cause.status}`)}). ${test.evidence}
                  ${test.date ? sayDate(test.date, desk.language) : nothing}
                </li>`,
              )}
            </ul>`,
        )
      : nothing}
    ${aim || measure
      ? part(
          titles["aim"],
          html`${aim ? html`<p class="lead">${aim.statement}</p>` : nothing}
          ${measure ? new MeasureChart(desk).view(measure.id) : nothing}`,
        )
      : nothing}
    ${ideas.length ? part(titles["ideas"], html`<ul class="tests">${ideas.map((idea) => html`<li>${idea.text}</li>`)}</ul>`) : nothing}
    ${cycles.length ? part(titles["cycles"], cycleSummary(desk, cycles)) : nothing}
  </div>`;
}
