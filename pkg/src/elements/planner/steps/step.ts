/** What a step of the planner is, and the parts that several steps share. */
import { html, nothing, type TemplateResult } from "lit";
import type { StepId } from "../../../types.js";
import type { Desk } from "../desk.js";
import { say } from "../words.js";

export type { StepId };

/** Where a step can send a person. */
export interface Route {
  /** Opens a step; `focus` names the field to begin at. */
  go(step: StepId, focus?: string): void;
  /** Moves the focus, once the step is drawn, to what the first of these selectors that finds something finds. */
  focus(...selectors: string[]): void;
}

/** One step: what it shows. It keeps what is open and selected between visits. */
export interface Step {
  view(): TemplateResult;
}

export type StepMaker = new (desk: Desk, route: Route) => Step;

/** The largest words of a step: the person's own. Long ones are set smaller. */
export const lead = (words: string): TemplateResult =>
  html`<p class="lead ${words.length > 110 ? "long" : ""}" dir="auto">${words}</p>`;

/** A faint, finished example with its one-line introduction. */
export const example = (content: unknown): TemplateResult =>
  html`<figure class="example">
    <figcaption class="small">${say("example")}</figcaption>
    ${content}
  </figure>`;

/** Where a step waits for an earlier one: why, and the way there. */
export const waitsFor = (route: Route, sentence: string, step: StepId, act: string): TemplateResult =>
  html`<div class="notice attention">
    <p>${sentence}</p>
    <button class="button" type="button" @click=${() => route.go(step)}>${act}</button>
  </div>`;

/** Buttons and forms that disappear where a plan cannot be changed. */
export const unlessReadonly = (desk: Desk, content: () => unknown): unknown => (desk.readonly ? nothing : content());
