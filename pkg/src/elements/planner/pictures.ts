/** The core's pictures inside the planner: drawn when their input changes, put in as nodes, never as markup. */
import { html, nothing, type TemplateResult } from "lit";
import { refusal } from "../base.js";
import { LivePicture, svgNode, type Live } from "../picture.js";
import { toPng } from "../../index.js";
import type { Picture, PictureOptions } from "../../types.js";
import type { Desk } from "./desk.js";
import { download } from "./export.js";
import { say } from "./words.js";

/** Draws one picture and keeps it until what it shows changes. */
export class Drawn<Input> {
  private key = "";
  private still: SVGSVGElement | typeof nothing = nothing;
  private failed = "";
  private readonly living: LivePicture | undefined;
  picture: Picture | undefined;

  /** `live` is left out for a picture that is only looked at, as on paper. */
  constructor(
    private readonly draw: (input: Input, options: PictureOptions) => Picture,
    live?: Live,
  ) {
    this.living = live && new LivePicture(live);
  }

  /** The picture, as wide as the desk; `selected` is the entity to be marked in it. */
  view(desk: Desk, input: Input, selected?: string): TemplateResult {
    const options: PictureOptions = { width: desk.width, direction: desk.direction, textSize: desk.textSize };
    const key = JSON.stringify([input, options]);
    if (key !== this.key) {
      this.key = key;
      try {
        this.picture = this.draw(input, options);
        this.failed = "";
        if (this.living) this.living.show(this.picture, selected);
        else this.still = svgNode(this.picture.svg);
      } catch (error) {
        // A picture that cannot be drawn does not take the words around it away.
        this.picture = undefined;
        this.failed = refusal(error).message;
      }
    }
    if (this.failed) return html`<p class="error">${this.failed}</p>`;
    this.living?.select(selected);
    return html`<div class="picture">${this.living?.node ?? this.still}</div>`;
  }
}

/** The table twin of a picture and its files, folded away. */
export const tableTwin = (picture: Picture | undefined, title: string): TemplateResult | typeof nothing => {
  const [head, ...rows] = picture?.table ?? [];
  if (!picture || !head) return nothing;
  const { svg } = picture;
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
    <div class="actions">
      <button class="button quiet" type="button" @click=${() => download(picture.title, "svg", new Blob([svg], { type: "image/svg+xml" }))}>
        ${say("picture-svg")}
      </button>
      <button class="button quiet" type="button" @click=${async () => download(picture.title, "png", await toPng(picture))}>
        ${say("picture-png")}
      </button>
    </div>
  </details>`;
};
