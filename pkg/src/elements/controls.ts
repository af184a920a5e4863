/** Buttons, fields, choices, disclosures and notices: the styles that every element shares. */
import { css } from "lit";

export const controls = css`
  h1,
  h2,
  h3,
  h4,
  h5,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset,
  blockquote {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  h2,
  h3,
  h4,
  h5 {
    font-size: var(--_text);
    font-weight: 600;
    line-height: 1.2;
    text-wrap: balance;
  }
  h2 {
    font-size: var(--_text-xl);
  }
  h3 {
    font-size: var(--_text-l);
  }
  p,
  li,
  dd {
    max-inline-size: 68ch;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: var(--_text-s);
  }
  .numerals {
    font-variant-numeric: tabular-nums;
  }
  .mark {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
  }
  .hidden-visually {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* Buttons. One .primary in view at most. */
  button {
    font: inherit;
    color: inherit;
    text-align: inherit;
    margin: 0;
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-block-size: 2.5rem;
    min-inline-size: 2.5rem;
    padding: var(--_space-1) var(--_space-4);
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
  }
  .button:hover {
    background: var(--_wash);
  }
  .button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .button.primary:hover {
    background: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 88%, var(--_ink));
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    padding-inline: var(--_space-2);
    color: var(--_accent);
  }
  .button.quiet:hover {
    background: var(--_wash);
  }
  .button:disabled,
  .button[aria-disabled="true"] {
    color: var(--_muted);
    border-color: var(--_line);
    background: none;
    font-weight: 400;
    cursor: default;
  }
  .button.quiet:is(:disabled, [aria-disabled="true"]) {
    border-color: transparent;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
  }

  /* Fields: label, hint, control, error, in this order. */
  .field {
    display: grid;
    gap: var(--_space-1);
    min-inline-size: 0;
  }
  .label {
    font-weight: 600;
    padding: 0;
  }
  legend.label {
    margin-block-end: var(--_space-1);
  }
  .hint {
    color: var(--_muted);
    font-size: var(--_text-s);
    max-inline-size: 68ch;
  }
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  input:not([type="radio"], [type="checkbox"], [type="file"]),
  textarea,
  select {
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: calc(var(--_space-2) - var(--_border)) var(--_space-3);
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
  }
  textarea {
    min-block-size: 5.5rem;
    resize: vertical;
    field-sizing: content;
    line-height: 1.5;
  }
  textarea.phrase {
    min-block-size: 2.5rem;
    resize: none;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  [aria-invalid="true"]:not(fieldset) {
    border-color: var(--_refused);
    box-shadow: inset 0 0 0 1px var(--_refused);
  }
  .error {
    color: var(--_refused);
    font-size: var(--_text-s);
    display: flex;
    gap: var(--_space-2);
  }
  .error::before {
    content: "!";
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    line-height: 1.25;
    text-align: center;
    font-weight: 700;
    border: var(--_border) solid currentColor;
    border-radius: 50%;
  }
  .row {
    display: grid;
    gap: var(--_space-4);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    align-items: start;
  }

  /* A choice of one from few: radios that look like one control. */
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .choice label {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 2.5rem;
    padding: var(--_space-1) var(--_space-3);
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choice label:hover {
    background: var(--_wash);
  }
  .choice input {
    accent-color: var(--_accent);
    inline-size: 1rem;
    block-size: 1rem;
    flex: none;
  }
  .choice label:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-wash);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .choice label:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  @supports selector(:has(*)) {
    .choice input:focus-visible {
      outline: none;
    }
  }

  /* Disclosure. */
  summary {
    cursor: pointer;
    min-block-size: 1.5rem;
    color: var(--_accent);
    inline-size: fit-content;
    border-radius: var(--_radius);
  }
  details[open] > summary {
    margin-block-end: var(--_space-2);
  }

  /* A notice: a bar at the side, a sentence, an act. */
  .notice {
    border-inline-start: 3px solid var(--_edge);
    padding-inline-start: var(--_space-4);
    padding-block: var(--_space-1);
    display: grid;
    gap: var(--_space-2);
    justify-items: start;
  }
  .notice.attention {
    border-color: var(--_attention);
  }
  .notice.good {
    border-color: var(--_good);
  }
  .notice.refused {
    border-color: var(--_refused);
  }

  .stack {
    display: grid;
    gap: var(--_space-4);
  }
  .stack.wide {
    gap: var(--_space-6);
  }
  .stack > *,
  .row > * {
    min-inline-size: 0;
  }

  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
    font-size: var(--_text-s);
  }
  th,
  td {
    text-align: start;
    padding: var(--_space-1) var(--_space-4) var(--_space-1) 0;
    border-block-end: 1px solid var(--_line);
    vertical-align: top;
  }
  .scroll {
    overflow-x: auto;
    max-inline-size: 100%;
  }

  @media (prefers-reduced-motion: no-preference) {
    .arrive {
      animation: arrive var(--_motion) ease-out;
    }
    @keyframes arrive {
      from {
        opacity: 0;
        transform: translateY(4px);
      }
    }
  }
  /* Forced colours would lay a plate of the page's colour behind the words, and hide them. */
  @media (forced-colors: active) {
    .button.primary {
      forced-color-adjust: none;
    }
  }
  @media print {
    .no-print {
      display: none !important;
    }
  }
`;
