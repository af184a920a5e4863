/** The look of the Job classifier: the story large on one side, the reading in plain type beside it. */
import { css } from "lit";

export const styles = css`
  .page {
    display: grid;
    padding: var(--_space-5);
    gap: var(--_space-6) var(--_space-7);
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: "story" "reading" "evidence" "compare";
    max-inline-size: 76rem;
    margin-inline: auto;
  }
  .story {
    grid-area: story;
  }
  .reading {
    grid-area: reading;
  }
  .stack {
    align-content: start;
  }
  .evidence {
    grid-area: evidence;
  }
  .compare {
    grid-area: compare;
  }
  @container (min-width: 56rem) {
    .page {
      grid-template-columns: minmax(0, 8fr) minmax(0, 7fr);
      /* The first row never outgrows the story, whatever stands beside it: each column stays together. */
      grid-template-rows: minmax(min-content, 0) auto 1fr;
      grid-template-areas: "story reading" "evidence reading" "evidence compare";
      row-gap: 0;
    }
    .evidence,
    .compare {
      padding-block-start: var(--_space-6);
    }
  }
  @container (max-width: 30rem) {
    .page {
      padding: var(--_space-4);
      gap: var(--_space-5);
    }
  }

  /* The person's words are the largest thing here. Under the transparent field lies the same text with its marks;
     it also gives the field its height. */
  .words {
    display: grid;
    margin-block-start: var(--_space-1);
    font-size: var(--_text-xl);
    line-height: 1.4;
  }
  .words.long {
    font-size: var(--_text-l);
    line-height: 1.5;
  }
  @container (max-width: 30rem) {
    .words,
    .words.long {
      font-size: var(--_text-l);
    }
    .words.long {
      font-size: 1.125rem;
    }
  }
  .words > * {
    grid-area: 1 / 1;
    inline-size: 100%;
    min-inline-size: 0;
    margin: 0;
    padding: var(--_space-3) var(--_space-4);
    border: var(--_border) solid transparent;
    border-radius: var(--_radius);
    font: inherit;
    letter-spacing: inherit;
    white-space: pre-wrap;
    overflow-wrap: break-word;
    min-block-size: 6.5em;
  }
  .words > .under {
    color: transparent;
    user-select: none;
    forced-color-adjust: none;
  }
  .words > textarea {
    resize: none;
    overflow: hidden;
    field-sizing: fixed;
    border-color: var(--_edge);
    background: transparent;
    color: var(--_ink);
    line-height: inherit;
    forced-color-adjust: none;
  }
  mark {
    color: inherit;
    background: var(--_accent-wash);
    text-decoration: underline 2px var(--_accent);
    text-underline-offset: 0.2em;
    text-decoration-skip-ink: none;
    border-radius: 2px;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  blockquote.words {
    display: block;
    white-space: pre-wrap;
    overflow-wrap: break-word;
    max-inline-size: 40em;
  }

  .mark {
    flex: none;
  }
  .reading h2 {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    font-size: var(--_text-l);
  }
  .reading h2:focus {
    outline: none;
  }
  .reading h2:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 4px;
    border-radius: 2px;
  }
  .reading h2 .mark {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    color: var(--_accent);
  }
  h3 {
    font-size: var(--_text);
  }
  .why {
    text-wrap: pretty;
  }

  .question {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
    background: var(--_wash);
    border-radius: var(--_radius-panel);
  }
  .question legend {
    display: contents;
    font-weight: 600;
  }
  .question .options {
    display: grid;
    gap: var(--_space-2);
  }
  .question .options label {
    background: var(--_paper);
    padding-block: var(--_space-2);
    line-height: 1.35;
  }
  .question .options label:has(:checked) {
    background: var(--_accent-wash);
  }
  .plain-list {
    display: grid;
    gap: var(--_space-1);
  }
  .answer {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-2);
    align-items: baseline;
  }
  .link {
    border: 0;
    background: none;
    padding: 0 var(--_space-1);
    min-block-size: 1.5rem;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    border-radius: 2px;
  }

  .found {
    display: grid;
    gap: var(--_space-3);
  }
  .found li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 0 var(--_space-3);
    align-items: baseline;
  }
  .found .mark {
    color: var(--_muted);
    translate: 0 2px;
  }
  .found .dot {
    inline-size: 4px;
    block-size: 4px;
    margin: auto;
    border-radius: 50%;
    background: var(--_edge);
  }
  .found .for {
    grid-column: 2;
    color: var(--_muted);
    font-size: var(--_text-s);
  }

  .rows {
    display: grid;
    grid-template-columns: auto minmax(3rem, 1fr) auto;
    gap: var(--_space-1) var(--_space-3);
    align-items: center;
  }
  .rows > li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
    max-inline-size: none;
    padding-block: var(--_space-1);
  }
  .rows .name {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
  }
  .rows .read .name {
    font-weight: 600;
  }
  .rows .means {
    grid-column: 1 / -1;
    padding-inline-start: 24px;
  }
  .bar {
    inline-size: 100%;
    block-size: 6px;
    display: block;
  }
  .bar .track {
    fill: var(--_line);
  }
  .bar .fill {
    fill: var(--_muted);
  }
  .read .bar .fill {
    fill: var(--_accent);
  }
  .percent {
    text-align: end;
  }

  .choose {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
  }
  .others {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
  }
  .reason {
    inline-size: 100%;
    max-inline-size: 28rem;
  }

  @media (forced-colors: active) {
    .bar .track {
      fill: Canvas;
      stroke: CanvasText;
      vector-effect: non-scaling-stroke;
    }
    .found .dot {
      background: CanvasText;
    }
  }

  @container (max-width: 30rem) {
    .others > span {
      inline-size: 100%;
    }
    .choose .button {
      inline-size: 100%;
    }
    .others {
      inline-size: 100%;
    }
    .others .button {
      flex: 1 1 40%;
      inline-size: auto;
    }
  }
  @media print {
    .words > textarea {
      border-color: transparent;
      padding-inline: 0;
    }
    .words > .under {
      padding-inline: 0;
    }
    .question,
    .choose:not(:has(.chosen)),
    .choose .button,
    .story .actions,
    .hint {
      display: none;
    }
    :focus-visible {
      outline: none;
    }
  }
`;
