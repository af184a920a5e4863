/** What stands in the work: the person's words, the outline of causes, values, cycles, and what was learned. */
import { css } from "lit";

export const stepStyles = css`
  /* Words */
  .lead {
    font-size: var(--_text-xl);
    line-height: 1.3;
    text-wrap: pretty;
  }
  .lead.long,
  .cycle .lead {
    font-size: var(--_text-l);
    line-height: 1.4;
  }
  h4:not(.label) {
    font-size: var(--_text-l);
  }
  .side-title,
  h4.label,
  h5 {
    line-height: 1.5;
  }
  .own-words {
    font-size: var(--_text-l);
    line-height: 1.4;
  }
  [data-form="problem"] .own-words {
    font-size: var(--_text-xl);
    line-height: 1.3;
  }
  p.own-words,
  .example-words,
  .idea-text {
    text-wrap: pretty;
  }
  .row.pairs {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    align-items: end;
  }
  .row.thirds {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
    align-items: end;
  }
  .with-button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_space-2);
    align-items: end;
  }
  .with-button:has(.error) {
    align-items: center;
  }
  .said {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 var(--_space-4);
  }
  .panel {
    padding: var(--_space-4);
    background: var(--_wash);
    border-radius: var(--_radius-panel);
  }
  .example {
    color: var(--_muted);
    display: grid;
    gap: var(--_space-2);
    padding-block-start: var(--_space-4);
  }
  .example .picture {
    opacity: 0.5;
  }
  .example-words {
    font-size: var(--_text-l);
    line-height: 1.4;
  }
  /* The step has a margin already. */
  headwater-job-classifier {
    --headwater-inset: 0px;
  }

  /* Pictures */
  /* A picture is drawn for the width there is; one that cannot be so narrow scrolls within. */
  .picture {
    overflow-x: auto;
  }
  .picture svg {
    display: block;
    max-inline-size: 100%;
    min-inline-size: 240px;
    block-size: auto;
  }
  .picture [role="treeitem"] {
    outline: none;
  }
  .picture .hw-target {
    pointer-events: all;
  }
  .picture [data-selected] > .hw-target {
    stroke: var(--_accent);
    stroke-width: 1.5;
  }
  .picture [role="treeitem"]:focus-visible > .hw-target {
    stroke: var(--_focus);
    stroke-width: 3;
  }
  .picture [data-over] > .hw-target {
    stroke: var(--_accent);
    stroke-width: 2;
    stroke-dasharray: 4 3;
  }
  .picture [data-carried] {
    opacity: 0.6;
  }
  .fishbone [data-entity] {
    cursor: pointer;
    user-select: none;
  }
  .fishbone :is([data-entity]:hover, [data-selected]) text {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .shown-as {
    display: flex;
    gap: var(--_space-2);
  }
  .shown-as [aria-pressed="true"] {
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 4px;
  }
  .sentences {
    display: grid;
    gap: var(--_space-1);
  }

  /* Causes */
  .tree,
  .tree li > ul {
    display: grid;
    gap: var(--_space-1);
  }
  .tree li > ul {
    margin-block-start: var(--_space-1);
    margin-inline-start: 0.6rem;
    padding-inline-start: var(--_space-4);
    border-inline-start: 1px solid var(--_line);
  }
  .tree li {
    max-inline-size: none;
  }
  .cause,
  .cause-line {
    display: flex;
    align-items: baseline;
    gap: var(--_space-3);
    inline-size: 100%;
    border: 0;
    background: none;
  }
  .cause {
    padding: var(--_space-2);
    border-radius: var(--_radius);
  }
  .cause:hover {
    background: var(--_wash);
  }
  .cause[aria-expanded="true"] {
    background: var(--_wash);
    font-weight: 600;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  .cause + .panel {
    border-start-start-radius: 0;
    border-start-end-radius: 0;
    margin-block-end: var(--_space-2);
  }
  .cause-text {
    flex: 1;
    min-inline-size: 0;
  }
  .status {
    font-size: var(--_text-s);
    font-weight: 400;
    color: var(--_muted);
    flex: none;
  }
  :is(.cause, .cause-line) > .mark {
    align-self: start;
    margin-block-start: 0.25rem;
    color: var(--_muted);
  }
  :is(.supported, .root) > .mark,
  .root > .status {
    color: var(--_accent);
  }
  .root > .status {
    font-weight: 600;
  }
  .refuted > .cause-text {
    text-decoration: line-through;
    color: var(--_muted);
  }
  .tests {
    display: grid;
    gap: var(--_space-2);
  }

  /* Values */
  .drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border: 2px dashed var(--_line);
    border-radius: var(--_radius-panel);
  }
  .drop.over {
    border-color: var(--_accent);
    background: var(--_accent-wash);
  }
  .drop label {
    position: relative;
  }
  .drop label:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .columns {
    display: grid;
    gap: var(--_space-2);
    margin-block-start: var(--_space-2);
  }
  .columns li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(8rem, 12rem);
    align-items: center;
    gap: var(--_space-3);
    max-inline-size: none;
  }
  .suppressed {
    padding-inline: var(--_space-2);
    background: repeating-linear-gradient(135deg, transparent 0 4px, var(--_line) 4px 5px);
  }
  .suppressed,
  .missing {
    color: var(--_muted);
  }
  .warnings {
    display: grid;
    gap: var(--_space-1);
    font-size: var(--_text-s);
  }

  /* Ideas */
  ul.supported,
  .ideas {
    display: grid;
    gap: var(--_space-2);
  }
  .idea {
    padding-block: var(--_space-3);
    border-block-end: 1px solid var(--_line);
    display: grid;
    gap: var(--_space-1);
    max-inline-size: none;
  }
  .idea-text {
    font-size: var(--_text-l);
    line-height: 1.4;
  }
  .driver {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--_space-3);
  }

  /* Cycles */
  .cycle-tabs {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .cycle-tabs button {
    display: grid;
    min-block-size: 2.75rem;
    padding: var(--_space-1) var(--_space-3);
    border: var(--_border) solid var(--_line);
    border-radius: var(--_radius);
    background: none;
    align-content: center;
    line-height: 1.3;
  }
  .cycle-tabs button:hover {
    background: var(--_wash);
  }
  .cycle-tabs [aria-current] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: var(--_accent-wash);
  }
  .cycle {
    display: grid;
    gap: var(--_space-5);
  }
  .cycle-title {
    font-size: var(--_text-l);
    font-weight: 600;
    line-height: 1.3;
  }
  .spread {
    display: grid;
    gap: var(--_space-5);
    align-items: start;
  }
  .prediction,
  .happened {
    display: grid;
    gap: var(--_space-3);
    align-content: start;
    min-inline-size: 0;
  }
  .prediction {
    padding: var(--_space-4);
    border: var(--_border) solid var(--_line);
    border-radius: var(--_radius-panel);
  }
  /* Sealed, not disabled: full ink on its own paper, closed with a double line and a seal. */
  .prediction.sealed {
    background: var(--_accent-wash);
    border: 3px double var(--_accent);
  }
  .seal {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    color: var(--_accent);
    font-weight: 600;
  }
  .decision {
    display: grid;
    gap: var(--_space-3);
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_line);
  }
  .decided {
    font-size: var(--_text-l);
    font-weight: 600;
    line-height: 1.3;
  }

  /* What we learned */
  .summary {
    display: grid;
    gap: var(--_space-5);
  }
  .summary .cycle-title {
    font-size: var(--_text);
  }
  .summary li {
    max-inline-size: none;
  }
  .summary dl {
    display: grid;
    gap: var(--_space-1);
    margin-block-start: var(--_space-1);
  }
  .summary dl div {
    display: grid;
    grid-template-columns: 6.5rem minmax(0, 1fr);
    gap: 0 var(--_space-3);
  }
  dt {
    color: var(--_muted);
    grid-row: 1;
  }
  dd {
    grid-column: 2;
  }

  @container (min-width: 37.5rem) {
    .spread {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @container (max-width: 37.49rem) {
    .lead {
      font-size: var(--_text-l);
    }
    .lead.long,
    .own-words,
    .example-words,
    .idea-text {
      font-size: 1.125rem;
    }
    [data-form="problem"] .own-words {
      font-size: var(--_text-l);
    }
    .cause {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0 var(--_space-3);
    }
    .cause .status {
      grid-column: 2;
    }
    .columns li {
      grid-template-columns: minmax(0, 1fr) minmax(8rem, 10rem);
    }
    .columns .small {
      display: none;
    }
    .summary dl div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .summary dl {
      gap: var(--_space-2);
    }
    dt {
      font-size: var(--_text-s);
      grid-row: auto;
    }
    dd {
      grid-column: 1;
    }
    .with-button {
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
    }
    .with-button .field {
      inline-size: 100%;
    }
  }
`;
