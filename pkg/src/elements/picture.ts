/** Puts a picture from the core into the page as parsed DOM: no markup from text, no inline style. */
import { nothing } from "lit";

/** The SVG as a node of this document, or nothing when it cannot be parsed. */
export function svgNode(svg: string): SVGSVGElement | typeof nothing {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  return parsed.localName === "svg" ? (document.importNode(parsed, true) as unknown as SVGSVGElement) : nothing;
}
