/** Puts a picture from the core into the page as parsed DOM: no markup from text, no inline style. */
import { nothing } from "lit";

/** The SVG as a node of this document, or nothing when it cannot be parsed. */
export function svgNode(svg: string): SVGSVGElement | typeof nothing {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (parsed.localName !== "svg") return nothing;
  const node = document.importNode(parsed, true) as unknown as SVGSVGElement;
  // A standalone picture names itself by ids; in a page with several pictures those would clash.
  const words = [...node.children].filter(({ localName }) => localName === "title" || localName === "desc");
  node.setAttribute("aria-label", words.map(({ textContent }) => textContent).join(". "));
  node.removeAttribute("aria-labelledby");
  for (const word of words) word.remove();
  return node;
}
