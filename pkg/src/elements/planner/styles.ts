/**
 * The planner's page: rail, work and side by the width of the element, and the look of what stands in the work.
 * Widths are in rem, so that a reader with type of twice the size gets the page for half the width.
 */
import { css } from "lit";

export const styles = css`
  .planner {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: "head" "rail" "work" "side";
  }
  .head {
    grid-area: head;
  }
  .rail {
    grid-area: rail;
  }
  .work {
    grid-area: work;
    min-inline-size: 0;
  }
  .side {
    grid-area: side;
  }

  /* Header */
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-4);
    padding: var(--_space-3) var(--_space-5);
    border-block-end: 1px solid var(--_line);
  }
  .head-title {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    flex: 1 1 auto;
    min-inline-size: 0;
  }
  .head-title h2 {
    font-size: var(--_text-l);
  }
  .head-title form {
    flex: 0 1 34rem;
    min-inline-size: 0;
  }
  .head-title textarea.phrase {
    font-size: var(--_text-l);
    font-weight: 600;
    line-height: 1.2;
    border-color: transparent;
    background: none;
    padding-inline: var(--_space-2);
    margin-inline-start: calc(-1 * var(--_space-2));
  }
  .head-title textarea.phrase:is(:hover, :focus) {
    border-color: var(--_edge);
  }
  @supports (field-sizing: content) {
    .head-title form {
      flex: 0 1 auto;
    }
    .head-title textarea.phrase {
      inline-size: auto;
      max-inline-size: calc(100% + var(--_space-2));
    }
  }
  .head-acts {
    display: flex;
    align-items: center;
    gap: var(--_space-1);
    flex: none;
  }
  .job {
    flex: none;
  }
  .menu {
    position: relative;
  }
  .menu > summary,
  .menu[open] > summary {
    list-style: none;
    margin: 0;
  }
  .menu > summary::-webkit-details-marker {
    display: none;
  }
  .menu-list {
    position: absolute;
    z-index: 3;
    inset-inline-end: 0;
    inset-block-start: calc(100% + var(--_space-1));
    inline-size: max-content;
    max-inline-size: min(20rem, 90cqi);
    padding: var(--_space-1);
    background: var(--_paper);
    border: var(--_border) solid var(--_line);
    border-radius: var(--_radius-panel);
    box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
  }
  .menu-list button {
    display: grid;
    inline-size: 100%;
    padding: var(--_space-2) var(--_space-3);
    border: 0;
    border-radius: var(--_radius);
    background: none;
  }
  .menu-list button:hover {
    background: var(--_wash);
  }

  /* Rail, wide: a line of stops that one goes down. */
  .stops {
    display: grid;
    gap: var(--_space-1);
  }
  .stop {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding: var(--_space-1) var(--_space-2);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    line-height: 1.2;
  }
  .stop .mark {
    color: var(--_muted);
  }
  .stop.done .mark,
  .stop.current .mark {
    color: var(--_accent);
  }
  .stop.blocked {
    color: var(--_muted);
  }
  .stop:hover {
    background: var(--_wash);
  }
  .stop[aria-current] {
    background: var(--_accent-wash);
    color: var(--_ink);
    font-weight: 600;
  }
  .rail-fold {
    display: none;
  }

  /* Work */
  .work {
    padding: var(--_space-5);
  }
  .work-inner {
    max-inline-size: 47.5rem;
    margin-inline: auto;
  }
  .step-title {
    font-size: var(--_text);
    color: var(--_accent);
    margin-block-end: calc(-1 * var(--_space-5));
  }
  .step-title:focus {
    outline: none;
  }
  .step-title:focus-visible {
    outline: 3px solid var(--_focus);
  }
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
  .along {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space-3);
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_line);
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
  /* The classifier brings a page's margin of its own. */
  headwater-job-classifier {
    margin: calc(-1 * var(--_space-5));
    margin-block-start: calc(-1 * var(--_space-4));
  }

  /* Pictures */
  .picture svg {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
  }
  .fishbone [data-entity] {
    cursor: pointer;
    pointer-events: bounding-box;
  }
  .fishbone :is([data-entity]:hover, [data-selected]) text {
    text-decoration: underline;
    text-underline-offset: 3px;
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
  .supported,
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
    gap: var(--_space-3);
  }
  dt {
    color: var(--_muted);
  }

  /* Side and bar */
  .side {
    padding: var(--_space-5);
    display: grid;
    gap: var(--_space-3);
    align-content: start;
    justify-items: start;
    border-block-start: 1px solid var(--_line);
  }
  .side-title {
    font-size: var(--_text-s);
    color: var(--_muted);
  }
  .bar {
    display: none;
  }

  @container (min-width: 62.5rem) {
    .planner {
      grid-template-columns: 15rem minmax(0, 1fr) 14rem;
      grid-template-rows: auto 1fr;
      grid-template-areas: "head head head" "rail work side";
      min-block-size: 40rem;
    }
    .rail,
    .side {
      padding: var(--_space-5) var(--_space-4);
    }
    .rail {
      border-inline-end: 1px solid var(--_line);
    }
    .side {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
    .work {
      padding: var(--_space-5) var(--_space-6);
    }
    .rail-why {
      margin-block-start: var(--_space-5);
      padding: 0 var(--_space-2);
    }
  }

  /* Between: the rail lies along the top, and the way on at the end of the work is enough. */
  @container (min-width: 37.5rem) and (max-width: 62.49rem) {
    .side.ahead .button {
      display: none;
    }
    .rail {
      padding: var(--_space-2) var(--_space-5);
      border-block-end: 1px solid var(--_line);
    }
    .stops {
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
    }
    .stop {
      flex-direction: column;
      gap: var(--_space-1);
      padding: var(--_space-2) var(--_space-1);
      font-size: var(--_text-s);
      text-align: center;
      block-size: 100%;
    }
    .rail-why {
      display: none;
    }
  }
  @container (min-width: 37.5rem) {
    .spread {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }

  /* Narrow: one column, the step's title stays, one bar at the foot. */
  @container (max-width: 37.49rem) {
    .head {
      flex-wrap: wrap;
      gap: 0;
      padding: var(--_space-2) var(--_space-4);
    }
    .head-title {
      display: contents;
    }
    .head-title > :is(form, h2:not(.hidden-visually)) {
      flex: 1 0 100%;
    }
    .head-title textarea.phrase {
      inline-size: 100%;
      font-size: 1.125rem;
    }
    .head .button {
      padding-inline: 0;
    }
    .head-acts {
      flex: 1;
      justify-content: flex-end;
      flex-wrap: wrap;
      gap: 0 var(--_space-2);
    }
    .head-acts .error {
      order: 1;
    }
    .act-name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .rail {
      position: sticky;
      inset-block-start: 0;
      z-index: 2;
      background: var(--_paper);
      border-block-end: 1px solid var(--_line);
    }
    .rail-fold {
      display: flex;
      align-items: center;
      gap: var(--_space-3);
      inline-size: 100%;
      min-block-size: 2.75rem;
      padding: var(--_space-2) var(--_space-4);
      border: 0;
      background: none;
    }
    .rail-now {
      flex: 1;
      font-weight: 600;
    }
    .rail-fold:focus-visible {
      outline-offset: -3px;
    }
    .stops,
    .rail-why {
      display: none;
      padding: 0 var(--_space-2) var(--_space-2);
    }
    .rail.unfolded :is(.stops, .rail-why) {
      display: grid;
    }
    .rail-why {
      padding-inline: var(--_space-4);
      padding-block-end: var(--_space-4);
    }
    .work {
      padding: var(--_space-4);
    }
    headwater-job-classifier {
      margin: calc(-1 * var(--_space-4));
    }
    .step-title {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
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
    /* What has the focus stays clear of the two bars. */
    .work :is(button, input, textarea, select, summary, [tabindex]) {
      scroll-margin-block: 4rem 5rem;
    }
    .wide-only,
    .along,
    .side {
      display: none;
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
    .bar {
      grid-area: auto;
      position: sticky;
      inset-block-end: 0;
      z-index: 2;
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
      gap: var(--_space-2);
      padding: var(--_space-2) var(--_space-3);
      background: var(--_paper);
      border-block-start: 1px solid var(--_line);
    }
    .bar .button {
      min-block-size: 2.75rem;
    }
    .bar-next {
      min-block-size: 2.75rem;
      padding: 0;
      border: 0;
      background: none;
      color: var(--_muted);
      line-height: 1.3;
      text-align: center;
    }
    .bar-next span {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
    }
    .bar-whole {
      grid-column: 1 / -1;
      display: grid;
      gap: var(--_space-2);
      justify-items: start;
      padding: var(--_space-2) var(--_space-1);
    }
    .with-button {
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
    }
    .with-button .field {
      inline-size: 100%;
    }
  }

  .sheet {
    display: none;
  }
  @media print {
    .sheet {
      display: grid;
    }
    .sheet section {
      break-inside: avoid-page;
    }
  }
`;
