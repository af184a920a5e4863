/** The core's pictures inside the planner: drawn when their input changes, put in as nodes, never as markup. */
import { html, nothing, type TemplateResult } from "lit";
import { refusal } from "../base.js";
import { svgNode } from "../picture.js";
import type { Picture, PictureOptions } from "../../types.js";
import type { Desk } from "./desk.js";

/** Draws one picture and keeps it until what it shows changes. */
export class Drawn<Input> {
  private key = "";
  private node: SVGSVGElement | typeof nothing = nothing;
  private failed = "";
  picture: Picture | undefined;

  constructor(private readonly draw: (input: Input, options: PictureOptions) => Picture) {}

  /** The picture, as wide as the desk; `selected` is the entity to be marked in it. */
  view(desk: Desk, input: Input, selected?: string): TemplateResult {
    const options: PictureOptions = { width: desk.width, direction: desk.direction, textSize: desk.textSize };
    const key = JSON.stringify([input, options]);
    if (key !== this.key) {
      this.key = key;
      try {
        this.picture = this.draw(input, options);
        this.node = svgNode(this.picture.svg);
        this.failed = "";
      } catch (error) {
        // A picture that cannot be drawn does not take the words around it away.
        this.picture = undefined;
        this.node = nothing;
        this.failed = refusal(error).message;
      }
    }
    if (this.failed) return html`<p class="error">${this.failed}</p>`;
    if (this.node !== nothing) {
      for (const shown of (this.node as SVGSVGElement).querySelectorAll("[data-entity]")) {
        shown.toggleAttribute("data-selected", shown.getAttribute("data-entity") === selected);
      }
    }
    return html`<div class="picture">${this.node}</div>`;
  }
}

/** The table twin of a picture, folded away. */
export const tableTwin = (picture: Picture | undefined, title: string): TemplateResult | typeof nothing => {
  const [head, ...rows] = picture?.table ?? [];
  if (!head) return nothing;
  return html`<details class="no-print">
    <summary>${title}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table>
        <thead>
          <tr>
            ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>
  </details>`;
};
