/**
 * The planner's page: head, rail, work, side and bar, by the width of the element.
 * Widths are in rem, so that a reader with type of twice the size gets the page for half the width.
 */
import { css } from "lit";

export const pageStyles = css`
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
  .along {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space-3);
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_line);
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
    .step-title {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
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
