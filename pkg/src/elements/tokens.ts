/**
 * The look of every element in one place. A host overrides `--headwater-*` on any ancestor (or on the element) and
 * nothing else; inside, rules read the private twin `--_*`, which falls back to the palette of the theme in force.
 */
import { css, unsafeCSS, type CSSResult } from "lit";

/** The colours of one theme; the name of each is the name of its `--headwater-*` property. */
export interface Palette {
  paper: string;
  wash: string;
  line: string;
  edge: string;
  ink: string;
  muted: string;
  accent: string;
  "accent-wash": string;
  "on-accent": string;
  attention: string;
  good: string;
  refused: string;
  focus: string;
}

export const light: Palette = {
  paper: "#ffffff",
  wash: "#f5f7f8",
  line: "#d5dce2",
  edge: "#75838f",
  ink: "#1b2430",
  muted: "#51606f",
  accent: "#0b6b75",
  "accent-wash": "#e3f0f1",
  "on-accent": "#ffffff",
  attention: "#8a5200",
  good: "#2b6a3a",
  refused: "#a3312b",
  focus: "#1a5fb4",
};

export const dark: Palette = {
  paper: "#12181d",
  wash: "#1a2229",
  line: "#33404a",
  edge: "#76858f",
  ink: "#e8edf1",
  muted: "#a9b6c0",
  accent: "#5cc3cc",
  "accent-wash": "#183238",
  "on-accent": "#12181d",
  attention: "#e0a34a",
  good: "#7fc391",
  refused: "#f0958f",
  focus: "#8ab8ff",
};

/** System colours: the reader's own choice, in high contrast and forced colours. */
export const contrast: Palette = {
  paper: "Canvas",
  wash: "Canvas",
  line: "CanvasText",
  edge: "ButtonText",
  ink: "CanvasText",
  muted: "CanvasText",
  accent: "LinkText",
  "accent-wash": "Canvas",
  "on-accent": "Canvas",
  attention: "CanvasText",
  good: "CanvasText",
  refused: "CanvasText",
  focus: "Highlight",
};

const colours = (palette: Palette, width: string): CSSResult =>
  unsafeCSS(
    Object.entries(palette)
      .map(([name, value]) => `--_${name}:var(--headwater-${name},${value});`)
      .join("") + `--_border:var(--headwater-border,${width});`,
  );

/** A picture from the core carries the light theme's colours and a class for each ink: the class takes the token's. */
const inks = unsafeCSS(
  Object.keys(light)
    .map((name) => `.picture .hw-fill-${name}{fill:var(--_${name})}.picture .hw-stroke-${name}{stroke:var(--_${name})}`)
    .join(""),
);

/** Adopted by every element. Sizes are in rem so that the reader's type size is honoured. */
export const tokens = css`
  :host {
    ${colours(light, "1px")}
    --_font: var(--headwater-font, inherit);
    --_text-s: var(--headwater-text-s, 0.875rem);
    --_text: var(--headwater-text, 1rem);
    --_text-l: var(--headwater-text-l, 1.25rem);
    --_text-xl: var(--headwater-text-xl, 1.5625rem);
    --_text-xxl: var(--headwater-text-xxl, 1.9375rem);
    --_space-1: var(--headwater-space-1, 4px);
    --_space-2: var(--headwater-space-2, 8px);
    --_space-3: var(--headwater-space-3, 12px);
    --_space-4: var(--headwater-space-4, 16px);
    --_space-5: var(--headwater-space-5, 24px);
    --_space-6: var(--headwater-space-6, 32px);
    --_space-7: var(--headwater-space-7, 48px);
    --_radius: var(--headwater-radius, 6px);
    --_radius-panel: var(--headwater-radius-panel, 10px);
    --_motion: var(--headwater-motion, 180ms);
    color-scheme: light;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme])),
    :host([theme="auto"]) {
      ${colours(dark, "1px")}
      color-scheme: dark;
    }
  }
  :host([theme="dark"]) {
    ${colours(dark, "1px")}
    color-scheme: dark;
  }
  :host([theme="high-contrast"]) {
    ${colours(contrast, "2px")}
    color-scheme: light dark;
  }
  /* :not() lifts these two over the theme attribute. */
  @media (forced-colors: active) {
    :host(:not([theme="none"])) {
      ${colours(contrast, "2px")}
      color-scheme: light dark;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0ms;
    }
  }
  @media print {
    :host(:not([theme="none"])) {
      ${colours(light, "1px")}
      color-scheme: light;
    }
  }
  :host {
    display: block;
    container-type: inline-size;
    box-sizing: border-box;
    background: var(--_paper);
    color: var(--_ink);
    font-family: var(--_font);
    font-size: var(--_text);
    line-height: 1.5;
    text-align: start;
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  ${inks}
`;
