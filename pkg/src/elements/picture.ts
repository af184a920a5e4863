/**
 * Puts a picture from the core into the page as parsed DOM, and brings it to life: its outline becomes a tree that
 * arrow keys walk, targets are large enough for a finger, what moved is seen to move, and what may be moved can be
 * dragged, or carried by keyboard. No markup from text, no inline style.
 */
import { nothing } from "lit";
import type { OutlineNode, Picture } from "../types.js";

/** What a host does with a live picture. */
export interface Live {
  /** Moves an entity under another one, or under the head. Without it nothing can be moved. */
  move?(entity: string, under: string | undefined): void;
  /** Says what is going on while something is carried: `carry` with what, `over` with where, `dropped`, `kept`. */
  say?(what: "carry" | "over" | "dropped" | "kept", name: string): void;
}

/** A thing of the picture that can be reached. */
interface Item {
  element: SVGGElement;
  node: OutlineNode;
  parent: Item | undefined;
  children: Item[];
}

/** The least side of a target in px (WCAG 2.2, 2.5.8), and how far a pointer goes before it drags. */
const TARGET = 24;
const DRAG = 6;
const SVG = "http://www.w3.org/2000/svg";

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

/** One picture of a page, redrawn again and again. */
export class LivePicture {
  node: SVGSVGElement | typeof nothing = nothing;
  private items: Item[] = [];
  /** What is being carried, and whether by pointer. */
  private carried: { item: Item; pointer?: PointerEvent; moved?: boolean } | undefined;

  constructor(private readonly live: Live = {}) {}

  /** Shows a picture in the place of the one before; `selected` is the entity to be marked. */
  show(picture: Picture, selected?: string): void {
    const before = this.node === nothing ? undefined : (this.node as SVGSVGElement);
    const places = new Map(this.items.map((item) => [key(item.node), box(item.element)]));
    const focused = this.items.find(({ element }) => element === (element.getRootNode() as Document).activeElement);
    const sameWidth = before?.getAttribute("width") === String(picture.width);
    this.node = svgNode(picture.svg);
    this.items = [];
    this.carried = undefined;
    if (this.node === nothing) return;
    const svg = this.node as SVGSVGElement;
    const elements = new Map<string, SVGGElement>();
    for (const group of svg.querySelectorAll<SVGGElement>("g[data-entity], g[data-index]")) {
      elements.set(key({ entity: group.dataset["entity"] ?? null, index: Number(group.dataset["index"] ?? -1) }), group);
    }
    for (const node of picture.outline) this.collect(node, undefined, elements);
    if (!this.items.length) return;
    const title = picture.outline[0]?.name ?? picture.title;
    svg.setAttribute("role", "tree");
    svg.setAttribute("aria-label", title === picture.title ? title : `${picture.title}. ${title}`);
    this.items.forEach((item, at) => {
      const { element, node, parent } = item;
      const siblings = this.siblings(item);
      const set = (name: string, value: string | number) => element.setAttribute(name, String(value));
      let level = 1;
      for (let over = parent; over; over = over.parent) level++;
      set("role", "treeitem");
      set("aria-label", spoken(element, node.name));
      set("aria-level", level);
      set("aria-posinset", siblings.indexOf(item) + 1);
      set("aria-setsize", siblings.length);
      set("tabindex", at === 0 ? 0 : -1);
      if (this.live.move && node.entity) set("aria-keyshortcuts", "M");
    });
    this.select(selected);
    svg.addEventListener("keydown", this.key);
    svg.addEventListener("focusin", ({ target }) => this.rove(this.itemAt(target)));
    if (this.live.move) svg.addEventListener("pointerdown", this.press);
    // Boxes are known once the picture is laid out, which a page tells before it paints.
    const laidOut = new ResizeObserver(() => {
      laidOut.disconnect();
      if (!svg.isConnected) return;
      for (const { element } of this.items) target(element);
      if (sameWidth) for (const { element, node } of this.items) arrive(element, places.get(key(node)), svg);
      if (focused) this.items.find(({ node }) => key(node) === key(focused.node))?.element.focus();
    });
    laidOut.observe(svg);
  }

  /** Marks an entity as chosen. */
  select(entity: string | undefined): void {
    for (const { element, node } of this.items) {
      const chosen = entity !== undefined && node.entity === entity;
      element.toggleAttribute("data-selected", chosen);
      element.setAttribute("aria-selected", String(chosen));
      if (chosen) this.rove(this.itemAt(element));
    }
  }

  private collect(node: OutlineNode, parent: Item | undefined, elements: Map<string, SVGGElement>): void {
    const element = elements.get(key(node));
    let item = parent;
    if (element) {
      // Two signals that begin at one point are one stop.
      elements.delete(key(node));
      item = { element, node, parent, children: [] };
      parent?.children.push(item);
      this.items.push(item);
    }
    for (const child of node.children) this.collect(child, item, elements);
  }

  private siblings(item: Item): Item[] {
    return item.parent ? item.parent.children : this.items.filter(({ parent }) => !parent);
  }

  private itemAt(target: EventTarget | null): Item | undefined {
    const element = target instanceof Element ? target.closest("[role=treeitem]") : null;
    return this.items.find((item) => item.element === element);
  }

  /** One stop for the Tab key: where one was last. */
  private rove(item: Item | undefined): void {
    if (item) for (const other of this.items) other.element.setAttribute("tabindex", other === item ? "0" : "-1");
  }

  private readonly key = (event: KeyboardEvent): void => {
    const item = this.itemAt(event.target);
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const rtl = item.element.ownerSVGElement?.getAttribute("direction") === "rtl";
    const siblings = this.siblings(item);
    const at = siblings.indexOf(item);
    const order = this.items.indexOf(item);
    const flat = this.items.every(({ parent }) => !parent);
    const [inward, outward] = rtl ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    let next: Item | undefined;
    switch (event.key) {
      case "ArrowDown":
        next = siblings[at + 1] ?? this.items[order + 1];
        break;
      case "ArrowUp":
        next = siblings[at - 1] ?? item.parent ?? this.items[order - 1];
        break;
      case inward:
        next = flat ? this.items[order + 1] : item.children[0];
        break;
      case outward:
        next = flat ? this.items[order - 1] : item.parent;
        break;
      case "Home":
        next = this.items[0];
        break;
      case "End":
        next = this.items.at(-1);
        break;
      case "Enter":
      case " ":
        if (this.carried) this.drop(item);
        else item.element.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
        break;
      case "m":
      case "M":
        if (!this.live.move || !item.node.entity) return;
        if (this.carried) this.keep();
        else this.carry(item);
        break;
      case "Escape":
        if (!this.carried) return;
        this.keep();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (!next) return;
    next.element.focus();
    next.element.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (this.carried) this.over(next);
  };

  private carry(item: Item, pointer?: PointerEvent): void {
    this.carried = { item, ...(pointer && { pointer }) };
    item.element.toggleAttribute("data-carried", true);
    this.live.say?.("carry", item.node.name);
  }

  private over(item: Item | undefined): void {
    for (const other of this.items) other.element.toggleAttribute("data-over", other === item && item !== this.carried?.item);
    if (item && item !== this.carried?.item) this.live.say?.("over", item.node.name);
  }

  private release(): Item | undefined {
    const item = this.carried?.item;
    item?.element.removeAttribute("data-carried");
    this.over(undefined);
    this.carried = undefined;
    return item;
  }

  private keep(): void {
    const item = this.release();
    if (item) this.live.say?.("kept", item.node.name);
  }

  /** Puts what is carried under another item, or under the head where there is none. */
  private drop(under: Item | undefined): void {
    const item = this.release();
    if (!item?.node.entity || item === under || item.parent === under) {
      if (item) this.live.say?.("kept", item.node.name);
      return;
    }
    this.live.say?.("dropped", item.node.name);
    this.live.move?.(item.node.entity, under?.node.entity ?? undefined);
  }

  /** A finger scrolls the page; a mouse or a pen may drag. */
  private readonly press = (event: PointerEvent): void => {
    const item = this.itemAt(event.target);
    if (!item?.node.entity || event.button !== 0 || event.pointerType === "touch") return;
    const svg = event.currentTarget as SVGSVGElement;
    const root = svg.getRootNode() as Document | ShadowRoot;
    const under = (at: PointerEvent) => root.elementFromPoint(at.clientX, at.clientY);
    const drag = new AbortController();
    const listen = <Name extends keyof WindowEventMap>(name: Name, act: (event: WindowEventMap[Name]) => void) =>
      addEventListener(name, act, { signal: drag.signal, capture: true });
    listen("pointermove", (at) => {
      if (!this.carried && Math.hypot(at.clientX - event.clientX, at.clientY - event.clientY) > DRAG) this.carry(item, at);
      if (!this.carried) return;
      at.preventDefault();
      this.over(this.itemAt(under(at)));
    });
    listen("pointerup", (at) => {
      drag.abort();
      if (!this.carried) return;
      // The click that follows is the end of the drag and chooses nothing.
      const swallow = (click: Event) => click.stopPropagation();
      addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", swallow, { capture: true }));
      const found = under(at);
      const onto = this.itemAt(found);
      if (onto || found?.closest(".hw-problem")) this.drop(onto);
      else this.keep();
    });
    listen("keydown", (pressed) => {
      if (pressed.key !== "Escape" || !this.carried) return;
      drag.abort();
      this.keep();
    });
    listen("pointercancel", () => {
      drag.abort();
      this.keep();
    });
  };
}

const key = ({ entity, index }: Pick<OutlineNode, "entity" | "index">): string =>
  entity !== null ? `entity ${entity}` : `index ${index}`;

/** The name of an item. Who says aloud what they see of it must find it (WCAG 2.5.3), so that is part of the name. */
function spoken(element: SVGGElement, name: string): string {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const seen = [...element.querySelectorAll("text")].map(({ textContent }) => textContent ?? "").join(" ").trim();
  return plain(name).includes(plain(seen)) ? name : `${seen}. ${name}`;
}

/** The box of what a person reads in a group; lines that lead to it are left out. */
function box(group: SVGGElement): DOMRect {
  const parts = [...group.children].filter((part) => /^(text|circle|rect)$/.test(part.localName) && !part.classList.contains("hw-target"));
  if (!parts.length) return group.getBBox();
  const boxes = parts.map((part) => (part as SVGGraphicsElement).getBBox());
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  return new DOMRect(
    left,
    top,
    Math.max(...boxes.map(({ x, width }) => x + width)) - left,
    Math.max(...boxes.map(({ y, height }) => y + height)) - top,
  );
}

/** A place behind the group that is large enough to hit, and that shows where the focus is. */
function target(group: SVGGElement): void {
  const { x, y, width, height } = box(group);
  const [wide, high] = [Math.max(width + 12, TARGET), Math.max(height + 6, TARGET)];
  const rect = document.createElementNS(SVG, "rect");
  const place = { x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high, rx: 4 };
  for (const [name, value] of Object.entries(place)) rect.setAttribute(name, value.toFixed(1));
  rect.setAttribute("class", "hw-target");
  rect.setAttribute("fill", "none");
  group.prepend(rect);
}

/** Lets a group come from where it was, or appear where it was not; at once for those who want no motion. */
function arrive(group: SVGGElement, from: DOMRect | undefined, svg: SVGSVGElement): void {
  const duration = parseFloat(getComputedStyle(svg).getPropertyValue("--_motion")) || 0;
  if (!duration || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const { x, y } = box(group);
  const [right, down] = from ? [from.x - x, from.y - y] : [0, 0];
  if (from && Math.hypot(right, down) < 1) return;
  const start = from ? { transform: `translate(${right}px, ${down}px)` } : { opacity: 0 };
  group.animate([start, from ? { transform: "none" } : { opacity: 1 }], { duration, easing: "ease-out" });
}
