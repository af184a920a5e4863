/**
 * What every Headwater element does: it starts the core on first connection, shows one quiet line until the core is
 * there and a plain explanation if it cannot be, keeps to the host's theme, language and direction, and speaks to the
 * host through typed events. Importing this on a server touches no browser object.
 */
import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from "lit";
import { init } from "../index.js";
import type { Change, DecisionKind, Job, JobInput, JobReading, PlanDocument } from "../types.js";
import { controls } from "./controls.js";
import { tokens } from "./tokens.js";
import { say } from "./words.js";

/** Written in by the build. */
declare const __HEADWATER_VERSION__: string | undefined;

/** `auto` follows the reader's system. */
export type Theme = "auto" | "light" | "dark" | "high-contrast";

/** The events, all bubbling and composed, with plain data. */
export interface HeadwaterEvents {
  /** An edit was made, undone or redone. `document` is the whole plan after it. */
  "headwater-change": { change: Change; document: PlanDocument };
  /** A story and answers were read. */
  "headwater-reading": { input: JobInput; reading: JobReading };
  /** The leader settled on a Job; `overruled` when the reading said otherwise, with a `reason` if they gave one. */
  "headwater-job-chosen": { job: Job; overruled: boolean; reason?: string; input: JobInput; reading: JobReading };
  /** A cycle was decided. */
  "headwater-decision": { cycle: string; kind: DecisionKind; reason: string; date: string };
  /** Something was refused or failed. `path` names the field, or is empty. */
  "headwater-error": { code: string; message: string; path: string };
}

/** A refusal as plain data, whatever was thrown. */
export function refusal(error: unknown): HeadwaterEvents["headwater-error"] {
  const { code, message, path } = (error ?? {}) as Partial<HeadwaterEvents["headwater-error"]>;
  return { code: code ?? "internal", message: message ?? String(error), path: path ?? "" };
}

let lastId = 0;

/**
 * @attr theme - `auto` (default), `light`, `dark` or `high-contrast`.
 * @attr locale - For numbers and dates; the nearest `lang` by default.
 * @event headwater-error - The core could not be loaded, or an input was refused.
 */
export class HeadwaterElement extends LitElement {
  /** The version of Headwater that this element belongs to. */
  static readonly version: string = typeof __HEADWATER_VERSION__ === "string" ? __HEADWATER_VERSION__ : "source";

  static override properties: PropertyDeclarations = {
    theme: { reflect: true },
    locale: {},
    engine: { state: true },
  };

  static override styles: CSSResultGroup = [tokens, controls];

  declare theme: Theme;
  declare locale: string;
  /** How far the core is. */
  protected declare engine: "loading" | "ready" | "failed";
  protected failure: HeadwaterEvents["headwater-error"] | undefined;
  private page: MutationObserver | undefined;
  /** A prefix for ids in this element's tree. */
  protected readonly scope = `hw${++lastId}`;

  constructor() {
    super();
    this.theme = "auto";
    this.locale = "";
    this.engine = "loading";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A page may change its language or direction while it is open; pictures and numbers follow.
    this.page ??= new MutationObserver(() => this.requestUpdate());
    this.page.observe(document.documentElement, { attributeFilter: ["dir", "lang"] });
    if (this.engine === "loading") void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.page?.disconnect();
  }

  /** Starts the core, once for the page; may be called again after a failure. */
  protected async start(): Promise<void> {
    this.engine = "loading";
    try {
      await init();
      this.failure = undefined;
      this.engine = "ready";
    } catch (error) {
      this.failure = refusal(error);
      this.engine = "failed";
      this.emit("headwater-error", this.failure);
    }
  }

  /** The language for numbers and dates: the attribute, the nearest `lang`, or the browser's. */
  protected get language(): string | undefined {
    const lang = this.locale || this.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang;
    try {
      return lang ? Intl.getCanonicalLocales(lang)[0] : undefined;
    } catch {
      return undefined;
    }
  }

  /** The direction in force, which a picture needs to know. */
  protected get direction(): "ltr" | "rtl" {
    return getComputedStyle(this).direction === "rtl" ? "rtl" : "ltr";
  }

  /** Tells the host. Returns false when the host called `preventDefault()`. */
  protected emit<Name extends keyof HeadwaterEvents>(name: Name, detail: HeadwaterEvents[Name]): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }

  override render(): TemplateResult {
    if (this.engine === "ready") return this.view();
    if (this.engine === "loading") return this.waiting();
    return html`<div class="notice refused" role="alert">
      <p><strong>${say("failed-title")}</strong></p>
      <p>${this.failure?.message}</p>
      <p class="small muted">${say("failed-code", { code: this.failure?.code ?? "" })}</p>
      <button class="button" type="button" @click=${() => this.start()}>${say("failed-retry")}</button>
    </div>`;
  }

  /** What is shown while the core loads. */
  protected waiting(): TemplateResult {
    return html`<p class="muted" role="status">${say("loading")}</p>`;
  }

  /** What is shown once the core is there. */
  protected view(): TemplateResult {
    return html`${nothing}`;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "headwater-change": CustomEvent<HeadwaterEvents["headwater-change"]>;
    "headwater-reading": CustomEvent<HeadwaterEvents["headwater-reading"]>;
    "headwater-job-chosen": CustomEvent<HeadwaterEvents["headwater-job-chosen"]>;
    "headwater-decision": CustomEvent<HeadwaterEvents["headwater-decision"]>;
    "headwater-error": CustomEvent<HeadwaterEvents["headwater-error"]>;
  }
}
