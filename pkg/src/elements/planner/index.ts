/**
 * `<headwater-planner>`: the whole main job on one page. A rail says where a plan is and why, the middle is for the
 * work, the side says the one next thing. The element keeps nothing: it tells the host of each change, and the host
 * saves.
 */
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { Plan } from "../../index.js";
import type { Job, PathwayStep, PlanDocument, StepTool } from "../../types.js";
import { HeadwaterElement, refusal, type HeadwaterEvents } from "../base.js";
import { jobMark, marks } from "../marks.js";
import { Desk, type DeskHost } from "./desk.js";
import { downloadPlan, downloadText } from "./export.js";
import { form, field } from "./fields.js";
import { sheet } from "./sheet.js";
import { AimStep } from "./steps/aim.js";
import { CausesStep } from "./steps/causes.js";
import { CharterStep } from "./steps/charter.js";
import { CyclesStep } from "./steps/cycles.js";
import { IdeasStep } from "./steps/ideas.js";
import { LearnedStep } from "./steps/learned.js";
import { ListStep } from "./steps/list.js";
import { ProblemStep } from "./steps/problem.js";
import type { Route, Step, StepId } from "./steps/step.js";
import { StoryStep } from "./steps/story.js";
import { stepStyles } from "./steps/styles.js";
import { pageStyles } from "./styles.js";
import { say } from "./words.js";

/** Whether the host has kept the last change. */
export type Saved = "" | "saving" | "saved" | "failed";

/**
 * @tag headwater-planner
 * @attr {boolean} readonly - The plan can be read, not changed.
 * @attr step - The step on screen by its id in the pathway, such as `story`, `problem` or `cycles`.
 * @attr saved - What the host did with the last change: `saving`, `saved` or `failed`; shown in the header.
 * @event headwater-change - The plan changed. Detail: `{ change, document }`.
 * @event headwater-reading - The story was read. Detail: `{ input, reading }`.
 * @event headwater-job-chosen - A Job was chosen. Detail: `{ job, overruled, reason, input, reading }`.
 * @event headwater-decision - A cycle was decided. Detail: `{ cycle, kind, reason, date }`.
 * @event headwater-error - Something was refused. Detail: `{ code, message, path }`.
 */
export class HeadwaterPlanner extends HeadwaterElement {
  static override properties: PropertyDeclarations = {
    plan: { attribute: false, noAccessor: true },
    document: { attribute: false, noAccessor: true },
    readonly: { type: Boolean, reflect: true },
    step: { reflect: true },
    saved: {},
    broken: { state: true },
    printing: { state: true },
    status: { state: true },
    stepsOpen: { state: true },
    nextOpen: { state: true },
  };

  static override styles = [HeadwaterElement.styles, pageStyles, stepStyles];

  declare readonly: boolean;
  declare step: StepId | "";
  declare saved: Saved;
  private declare broken: HeadwaterEvents["headwater-error"] | undefined;
  private declare printing: boolean;
  private declare status: string;
  /** On a narrow page: the list of steps is unfolded. */
  private declare stepsOpen: boolean;
  /** On a narrow page: what is next is shown whole. */
  private declare nextOpen: boolean;

  /** What the host gave and has not been opened yet, because the core was not there. */
  private given: Plan | PlanDocument | string | undefined;
  private own: Plan | undefined;
  private opened = false;
  private focusOn: string[] = [];
  private sizes: ResizeObserver | undefined;

  private readonly desk: Desk;
  private readonly tools: Record<StepTool, Step>;
  private readonly story: StoryStep;

  constructor() {
    super();
    this.readonly = false;
    this.step = "";
    this.saved = "";
    this.broken = undefined;
    this.printing = false;
    this.status = "";
    this.stepsOpen = false;
    this.nextOpen = false;

    const host: DeskHost = {
      requestUpdate: () => this.requestUpdate(),
      announce: (text) => this.announce(text),
      tell: (event, detail) => void this.emit(event, detail),
      refused: () => this.focusWhenDrawn('[aria-invalid="true"]:not(fieldset)', 'fieldset[aria-invalid="true"] input'),
      fieldsOf: (name) =>
        [...this.renderRoot.querySelectorAll<HTMLInputElement>(`form[data-form="${name}"] [name]`)].map(
          (control) => control.name,
        ),
    };
    const route: Route = {
      go: (step, focus) => this.go(step, focus),
      focus: (...selectors) => this.focusWhenDrawn(...selectors),
    };
    const desk = (this.desk = new Desk(host));
    const cycles = new CyclesStep(desk, route);
    this.story = new StoryStep(desk, route, () => ({ theme: this.theme, locale: this.locale }));
    this.tools = {
      story: this.story,
      problem: new ProblemStep(desk),
      causes: new CausesStep(desk, route),
      aim: new AimStep(desk, route),
      ideas: new IdeasStep(desk, route, (idea) => {
        cycles.plan(idea);
        this.go("cycles", `[data-form="cycle-new"] [name="title"]`);
      }),
      cycles,
      learned: new LearnedStep(desk, route, () => this.print()),
      stakeholders: new ListStep(desk, route, "stakeholders"),
      measures: new ListStep(desk, route, "measures"),
      initiatives: new ListStep(desk, route, "initiatives"),
      conditions: new ListStep(desk, route, "conditions"),
      routines: new ListStep(desk, route, "routines"),
      charter: new CharterStep(desk),
    };
  }

  /** The plan as a handle. A handle that the host gives stays the host's to dispose of. */
  get plan(): Plan | undefined {
    return this.opened ? this.desk.plan : undefined;
  }
  set plan(plan: Plan | undefined) {
    this.give(plan);
  }

  /** The plan as its document; set it (as an object or as JSON text) to open another one. */
  get document(): PlanDocument | undefined {
    return this.opened ? this.desk.document : undefined;
  }
  set document(document: PlanDocument | string | undefined) {
    this.give(document);
  }

  /** Draws the plan again after the host has changed it through its own handle. */
  refresh(): void {
    if (this.opened) this.desk.read();
  }

  private give(given: Plan | PlanDocument | string | undefined): void {
    this.given = given;
    this.opened = false;
    this.broken = undefined;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes = new ResizeObserver(() => this.measureWork());
    this.sizes.observe(this);
    window.addEventListener("beforeprint", this.beforePrint);
    window.addEventListener("afterprint", this.afterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes?.disconnect();
    window.removeEventListener("beforeprint", this.beforePrint);
    window.removeEventListener("afterprint", this.afterPrint);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.engine !== "ready") return;
    this.desk.readonly = this.readonly;
    this.desk.language = this.language;
    this.desk.direction = this.direction;
    if (!this.opened && !this.broken) this.open();
    if (changed.has("step")) this.stepsOpen = this.nextOpen = false;
  }

  protected override updated(): void {
    if (!this.opened) return;
    this.measureWork();
    this.story.bring();
    const selectors = this.focusOn;
    this.focusOn = [];
    for (const selector of selectors) {
      const target = this.renderRoot.querySelector<HTMLElement>(selector);
      if (!target) continue;
      target.focus();
      target.scrollIntoView({ block: "nearest" });
      return;
    }
  }

  private open(): void {
    const { given } = this;
    try {
      const plan =
        given === undefined
          ? Plan.create({ title: say("new-plan") })
          : given instanceof Plan
            ? given
            : Plan.open(given);
      if (this.own && this.own !== plan) this.own.dispose();
      this.own = given instanceof Plan ? undefined : plan;
      this.desk.open(plan);
      this.opened = true;
      if (!this.step) this.step = this.desk.pathway.next?.step ?? "learned";
    } catch (error) {
      this.broken = refusal(error);
      this.emit("headwater-error", this.broken);
    }
  }

  /** The width that pictures have: that of the work. */
  private measureWork(): void {
    if (this.printing) return;
    const work = this.renderRoot.querySelector(".work-inner");
    if (!work) return;
    const width = Math.min(4_000, Math.max(240, work.clientWidth));
    // The reader's own type size, as far as a label can follow it.
    const root = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    const textSize = Math.min(40, Math.max(12, 0.875 * root));
    if (width === this.desk.width && textSize === this.desk.textSize) return;
    Object.assign(this.desk, { width, textSize });
    this.requestUpdate();
  }

  private go(step: StepId, focus = ".step-title"): void {
    this.step = step;
    this.stepsOpen = this.nextOpen = false;
    this.desk.refused = undefined;
    this.focusWhenDrawn(focus);
  }

  private focusWhenDrawn(...selectors: string[]): void {
    this.focusOn = selectors;
    this.requestUpdate();
  }

  private announce(text: string): void {
    // The same sentence twice is said twice.
    this.status = "";
    void this.updateComplete.then(() => (this.status = text));
  }

  /** The sheet is drawn before the dialogue opens: while it does, the browser lets no script draw. */
  private async print(): Promise<void> {
    this.beforePrint();
    await this.updateComplete;
    window.print();
  }

  private readonly beforePrint = (): void => {
    if (!this.opened) return;
    if (this.printing) return;
    this.printing = true;
    this.performUpdate();
  };

  private readonly afterPrint = (): void => {
    this.printing = false;
  };

  /* ---------------------------------------------------------------- the page */

  protected override view(): TemplateResult {
    if (this.broken) {
      return html`<div class="notice refused" role="alert">
        <p><strong>${say("open-failed")}</strong></p>
        <p>${this.broken.message}</p>
      </div>`;
    }
    const { steps } = this.desk.pathway;
    const at = Math.max(0, steps.findIndex(({ id }) => id === this.step));
    const step = steps[at] as PathwayStep;
    return html`<div class="planner ${this.printing ? "no-print" : ""}">
        ${this.head()} ${this.rail(steps, at)}
        <section class="work" aria-labelledby="step-title">
          <div class="work-inner stack wide" @keydown=${this.keys}>
            <h3 class="step-title" id="step-title" tabindex="-1">
              <span class="hidden-visually">${say("step-of", { number: at + 1, total: steps.length })}: </span>${step.title}
            </h3>
            ${this.tools[step.tool].view()} ${this.along(steps, at)}
          </div>
        </section>
        ${this.side(steps, at)} ${this.bar(steps, at)}
      </div>
      <p class="hidden-visually" role="status">${this.status}</p>
      ${this.printing ? sheet(this.desk) : nothing}`;
  }

  private head(): TemplateResult {
    const { desk } = this;
    const { about } = desk.document;
    const job = about.job;
    return html`<header class="head">
      <div class="head-title">
        ${this.readonly
          ? html`<h2 dir="auto">${about.title}</h2>`
          : html`<h2 class="hidden-visually">${about.title}</h2>
              ${form(
                desk,
                "about",
                undefined,
                field(desk, {
                  form: "about",
                  name: "title",
                  label: say("plan-name"),
                  kind: "phrase",
                  bare: true,
                  value: about.title,
                  commit: (title) => desk.edit("about", { type: "describe", title }),
                }),
              )}`}
        ${job
          ? html`<button
              class="button quiet job"
              type="button"
              aria-label=${say("job-change", { job: say(`job-${job}`) })}
              @click=${() => this.go("story")}
            >
              ${jobMark(job)} ${say(`job-${job}`)}
            </button>`
          : nothing}
      </div>
      <div class="head-acts no-print">
        ${this.saved ? html`<span class="small ${this.saved === "failed" ? "error" : "muted"}">${say(`saved-${this.saved}`)}</span>` : nothing}
        ${this.readonly
          ? nothing
          : html`<button
                class="button quiet"
                type="button"
                aria-disabled=${desk.plan.canUndo ? nothing : "true"}
                @click=${() => this.undo()}
              >
                ${marks.undo} <span class="act-name">${say("undo")}</span>
              </button>
              <button
                class="button quiet"
                type="button"
                aria-disabled=${desk.plan.canRedo ? nothing : "true"}
                @click=${() => this.redo()}
              >
                ${marks.redo} <span class="act-name">${say("redo")}</span>
              </button>`}
        ${this.share()}
      </div>
    </header>`;
  }

  private share(): TemplateResult {
    const { desk } = this;
    const act = (key: "share-json" | "share-markdown" | "share-print", run: () => void) =>
      html`<li>
        <button
          type="button"
          @click=${(event: Event) => {
            (event.currentTarget as Element).closest("details")?.removeAttribute("open");
            run();
          }}
        >
          ${say(key)} <span class="small muted">${say(`${key}-hint`)}</span>
        </button>
      </li>`;
    return html`<details
      class="menu"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== "Escape") return;
        const menu = event.currentTarget as HTMLDetailsElement;
        menu.open = false;
        menu.querySelector("summary")?.focus();
      }}
      @focusout=${(event: FocusEvent) => {
        const menu = event.currentTarget as HTMLDetailsElement;
        if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false;
      }}
    >
      <summary class="button quiet">${say("share")} ${marks.down}</summary>
      <ul class="menu-list">
        ${act("share-json", () => downloadPlan(desk))} ${act("share-markdown", () => downloadText(desk))}
        ${act("share-print", () => this.print())}
      </ul>
    </details>`;
  }

  private rail(steps: PathwayStep[], at: number): TemplateResult {
    const step = steps[at];
    return html`<nav class="rail no-print ${this.stepsOpen ? "unfolded" : ""}" aria-label=${say("pathway")}>
      <button
        class="rail-fold"
        type="button"
        aria-expanded=${this.stepsOpen}
        @click=${() => {
          this.stepsOpen = !this.stepsOpen;
        }}
      >
        <span class="small muted numerals">${say("step-of", { number: at + 1, total: steps.length })}</span>
        <span class="rail-now">${step?.title}</span>
        <span class="hidden-visually">${say("steps")}</span> ${marks.down}
      </button>
      <ol class="stops">
        ${steps.map(
          ({ id, title, state }) => html`<li>
            <button
              class="stop ${state}"
              type="button"
              aria-current=${id === step?.id ? "step" : nothing}
              @click=${() => this.go(id)}
            >
              ${marks[state]} <span class="stop-title">${title}</span>
              <span class="hidden-visually">, ${say(`state-${state}`)}</span>
            </button>
          </li>`,
        )}
      </ol>
      <div class="rail-why">
        <p class="label small">${say("why")}</p>
        <p class="small muted">${step?.why}</p>
      </div>
    </nav>`;
  }

  private side(steps: PathwayStep[], at: number): TemplateResult | typeof nothing {
    const { next, switch: offer } = this.desk.pathway;
    const ahead = next?.step === steps[at + 1]?.id;
    if (this.readonly) return html`<aside class="side no-print"><p class="small muted">${say("readonly")}</p></aside>`;
    if (!next && !offer) return nothing;
    return html`<aside class="side no-print ${ahead ? "ahead" : ""}" aria-label=${say("next")}>
      ${next
        ? html`<h3 class="side-title">${say("next")}</h3>
            <p>${next.message.text}</p>
            ${this.goThere(next.step)}`
        : nothing}
      ${offer
        ? html`<h3 class="side-title">${say("switch-title")}</h3>
            <p>${offer.message.text}</p>
            <button class="button" type="button" @click=${() => this.chooseJob(offer.to, offer.message.text)}>
              ${say("switch-to", { job: say(`job-${offer.to}`) })}
            </button>`
        : nothing}
    </aside>`;
  }

  /** Another Job keeps all work and brings its own steps. */
  private chooseJob(job: Job, reason: string): void {
    if (this.desk.edit("story", { type: "chooseJob", job, reason })) this.go(this.desk.pathway.next?.step ?? "story");
  }

  /** The way to the next thing, where it is not on this page. */
  private goThere(to: StepId): TemplateResult | typeof nothing {
    if (to === this.step) return nothing;
    const step = this.desk.pathway.steps.find(({ id }) => id === to)?.title ?? "";
    return html`<button
      class="button"
      type="button"
      aria-label=${say("next-go-to", { step })}
      @click=${() => this.go(to)}
    >
      ${say("next-go")}
    </button>`;
  }

  /** The way on and back, at the end of the work. */
  private along(steps: PathwayStep[], at: number): TemplateResult {
    const before = steps[at - 1];
    const after = steps[at + 1];
    return html`<div class="along no-print">
      ${before
        ? html`<button class="button quiet" type="button" @click=${() => this.go(before.id)}>
            ${say("back-to", { step: before.title })}
          </button>`
        : html`<span></span>`}
      ${after
        ? html`<button class="button quiet" type="button" @click=${() => this.go(after.id)}>
            ${say("forward-to", { step: after.title })}
          </button>`
        : nothing}
    </div>`;
  }

  /** The bar at the foot of a narrow page. */
  private bar(steps: PathwayStep[], at: number): TemplateResult {
    const before = steps[at - 1];
    const after = steps[at + 1];
    const { next } = this.desk.pathway;
    return html`<div class="bar no-print">
      ${next && this.nextOpen
        ? html`<div class="bar-whole arrive" id="next-whole">
            <p>${next.message.text}</p>
            ${this.goThere(next.step)}
          </div>`
        : nothing}
      <button class="button quiet" type="button" ?disabled=${!before} @click=${() => before && this.go(before.id)}>
        ${say("back")}
      </button>
      ${next && !this.readonly
        ? html`<button
            class="bar-next small"
            type="button"
            aria-expanded=${this.nextOpen}
            @click=${() => {
              this.nextOpen = !this.nextOpen;
            }}
          >
            <span>${next.message.text}</span>
          </button>`
        : html`<span></span>`}
      <button class="button" type="button" ?disabled=${!after} @click=${() => after && this.go(after.id)}>
        ${say("next")}
      </button>
    </div>`;
  }

  private undo(): void {
    if (this.desk.plan.canUndo && this.desk.undo()) this.announce(say("undone"));
  }

  private redo(): void {
    if (this.desk.plan.canRedo && this.desk.redo()) this.announce(say("redone"));
  }

  /** Undo and redo by keys, where the caret is not in a field (which has an undo of its own). */
  private readonly keys = (event: KeyboardEvent): void => {
    if (this.readonly || !(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
    if ((event.target as Element).matches("input, textarea, select")) return;
    event.preventDefault();
    if (event.shiftKey) this.redo();
    else this.undo();
  };
}
