/** The chart of a measure: the sentence that reads it in the large type, the picture, the rest, and the table. */
import { html, nothing, type TemplateResult } from "lit";
import { drawChart, readChart } from "../../index.js";
import type { ChartInput, ChartReading } from "../../types.js";
import type { Desk } from "./desk.js";
import { Drawn, tableTwin } from "./pictures.js";
import { say } from "./words.js";

export class MeasureChart {
  private readonly drawn = new Drawn<ChartInput>(drawChart, {});
  private key = "";
  private kept: ChartReading | undefined;

  constructor(private readonly desk: Desk) {}

  /** What the chart says, or undefined while there are no values. */
  reading(measure: string): ChartReading | undefined {
    if (!this.desk.observations(measure).length) return undefined;
    const series = this.desk.plan.series(measure);
    const key = JSON.stringify(series);
    if (key !== this.key) {
      this.kept = readChart(series);
      this.key = key;
    }
    return this.kept;
  }

  /** The whole chart; `headline` is false where the sentence stands elsewhere already. */
  view(measure: string, headline = true): TemplateResult | typeof nothing {
    const reading = this.reading(measure);
    if (!reading) return nothing;
    const [first, ...rest] = reading.sentences;
    const name = this.desk.document.measures[measure]?.name ?? "";
    const picture = this.drawn.view(this.desk, this.desk.plan.series(measure));
    return html`<figure class="chart stack" aria-label=${say("chart-title", { measure: name })}>
      ${headline && first ? html`<figcaption class="lead" id="chart-reading" tabindex="-1">${first.text}</figcaption>` : nothing}
      ${picture}
      ${rest.length ? html`<ul class="sentences muted">${rest.map((sentence) => html`<li>${sentence.text}</li>`)}</ul>` : nothing}
      ${reading.warnings.length
        ? html`<ul class="sentences notice attention">${reading.warnings.map((warning) => html`<li>${warning.text}</li>`)}</ul>`
        : nothing}
      ${tableTwin(this.drawn.picture, say("chart-table"))}
    </figure>`;
  }
}
