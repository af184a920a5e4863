/** The small drawings: each one works in one colour and at 16 px, and says nothing that words beside it do not say. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { CauseStatus, Job } from "../types.js";

const mark = (shapes: SVGTemplateResult): TemplateResult =>
  html`<svg
    class="mark"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${shapes}
  </svg>`;

const jobs: Record<Job, SVGTemplateResult> = {
  // One point, closed in on.
  correct: svg`<circle cx="8" cy="8" r="6"/><circle cx="8" cy="8" r="2.2" fill="currentColor" stroke="none"/>`,
  // Three parts, joined.
  coordinate: svg`<path d="M8 3.5 3.5 12h9z"/><g fill="currentColor" stroke="none"><circle cx="8" cy="3.5" r="2.3"/><circle cx="3.3" cy="12.3" r="2.3"/><circle cx="12.7" cy="12.3" r="2.3"/></g>`,
  // A way that turns.
  reorient: svg`<path d="M2 13.5h4.5a4 4 0 0 0 4-4V3"/><path d="M7 6l3.5-3.5L14 6"/>`,
};

/** The mark of a Job. Put its name beside it. */
export const jobMark = (job: Job): TemplateResult => mark(jobs[job]);

const causes: Record<CauseStatus, SVGTemplateResult> = {
  suspected: svg`<circle cx="8" cy="8" r="5"/>`,
  supported: svg`<circle cx="8" cy="8" r="5.5" fill="currentColor" stroke="none"/><path d="M5.5 8.2l1.8 1.8L10.6 6" stroke="var(--_paper)"/>`,
  refuted: svg`<circle cx="8" cy="8" r="5"/><path d="M6 6l4 4M10 6l-4 4" stroke-width="1.4"/>`,
  root: svg`<path d="M8 2l6 6-6 6-6-6z" fill="currentColor"/>`,
};

/** The mark of a cause, as in the fishbone. */
export const causeMark = (status: CauseStatus): TemplateResult => mark(causes[status]);

export const marks = {
  done: mark(svg`<circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none"/><path d="M5 8.2l2.2 2.2L11.2 6" stroke="var(--_paper)"/>`),
  current: mark(svg`<circle cx="8" cy="8" r="6"/><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none"/>`),
  open: mark(svg`<circle cx="8" cy="8" r="6"/>`),
  blocked: mark(svg`<circle cx="8" cy="8" r="6" stroke-dasharray="2 2.7"/>`),
  undo: mark(svg`<path d="M5.5 3 2.5 6l3 3"/><path d="M3 6h6a4 4 0 0 1 0 8H6"/>`),
  redo: mark(svg`<path d="M10.5 3l3 3-3 3"/><path d="M13 6H7a4 4 0 0 0 0 8h3"/>`),
  down: mark(svg`<path d="M4 6l4 4 4-4"/>`),
  seal: mark(svg`<path d="M8 1.5l1.7 1.3 2.1-.1.6 2 1.7 1.3-.7 2 .7 2-1.7 1.3-.6 2-2.1-.1L8 14.5l-1.7-1.3-2.1.1-.6-2-1.7-1.3.7-2-.7-2 1.7-1.3.6-2 2.1.1z"/><path d="M5.8 8.1l1.6 1.6 2.9-3.2"/>`),
};
