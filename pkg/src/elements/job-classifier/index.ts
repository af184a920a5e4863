/**
 * `<headwater-job-classifier>`: a leader tells a story, or answers questions, and sees which Job brings them, the words
 * that say so, and what would settle what is still open. The leader has the last word.
 */
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { readJob } from "../../index.js";
import type { Axis, Job, JobAnswers, JobEvidence, JobInput, JobQuestion, JobReading } from "../../types.js";
import { HeadwaterElement, refusal, type HeadwaterEvents } from "../base.js";
import { jobMark, marks } from "../marks.js";
import { follow, pieces } from "./story.js";
import { styles } from "./styles.js";
import { say } from "./words.js";

/** What the classifier holds: what was said, what was read from it, and the Job that counts. */
export interface JobValue {
  statement: string;
  answers: JobAnswers;
  /** The Job the leader chose, or else the one that was read; null when there is neither. */
  job: Job | null;
  /** The leader chose another Job than the one that was read. */
  overruled: boolean;
  /** Why, in the leader's words. */
  reason?: string;
  /** Null before the first reading, and while the text cannot be read. */
  reading: JobReading | null;
}

const JOBS: readonly Job[] = ["correct", "coordinate", "reorient"];
const AXES: readonly Axis[] = ["reach", "unit", "lacking", "struggle"];

/** The Job that a value speaks for; one problem speaks for two of them. */
const SPEAKS_FOR: Readonly<Record<string, Job>> = {
  own: "correct",
  tools: "correct",
  others: "coordinate",
  rally: "coordinate",
  many: "reorient",
  whole: "reorient",
  way: "reorient",
};

/** How long a pause in typing is taken as the end of a thought, in milliseconds. */
const PAUSE = 450;
/** The longest statement that is read, and when the room that is left is shown; in UTF-16 units. */
const LIMIT = 20_000;
const NEARLY_FULL = 1_000;
/** Stories longer than this stand in a smaller type. */
const LONG = 420;
/** So much evidence is listed at once. */
const LISTED = 6;

type Words = Parameters<typeof say>[0];

/**
 * @tag headwater-job-classifier
 * @attr statement - The story, in the leader's own words.
 * @attr {boolean} readonly - Shows story and reading, and takes no input.
 * @cssproperty --headwater-inset - The margin inside the element; `0px` where the host has one already.
 * @event headwater-reading - A story or answers were read. Detail: `{ input, reading }`.
 * @event headwater-job-chosen - The leader settled on a Job. Detail: `{ job, overruled, reason, input, reading }`.
 * @event headwater-error - The core could not be loaded, or the text cannot be read (too long, broken).
 */
export class HeadwaterJobClassifier extends HeadwaterElement {
  static override properties: PropertyDeclarations = {
    statement: {},
    answers: { attribute: false },
    readonly: { type: Boolean, reflect: true },
    reading: { state: true },
    chosen: { state: true },
    reason: { state: true },
    question: { state: true },
    allEvidence: { state: true },
  };

  static override styles = [HeadwaterElement.styles, styles];

  declare statement: string;
  declare answers: JobAnswers;
  declare readonly: boolean;

  private declare reading: JobReading | null;
  private declare chosen: Job | null;
  private declare reason: string;
  /** The question on the screen; it stays there once answered, until the next one is asked for. */
  private declare question: JobQuestion | null;
  private declare allEvidence: boolean;

  private refused: HeadwaterEvents["headwater-error"] | undefined;
  /** Where the evidence of the last reading stands in the text as it is now. */
  private evidence: JobEvidence[] = [];
  private pause: ReturnType<typeof setTimeout> | undefined;
  /** What was last read, so that nothing is told to the host twice. */
  private told = "";

  constructor() {
    super();
    this.statement = "";
    this.answers = {};
    this.readonly = false;
    this.reading = null;
    this.chosen = null;
    this.reason = "";
    this.question = null;
    this.allEvidence = false;
  }

  /** All of it, to keep and to set again. A reading that is set is read anew. */
  get value(): JobValue {
    const read = this.reading?.job ?? null;
    return {
      statement: this.statement,
      answers: { ...this.answers },
      job: this.chosen ?? read,
      overruled: this.chosen !== null && this.chosen !== read,
      ...(this.reason.trim() && { reason: this.reason.trim() }),
      reading: this.reading,
    };
  }
  set value(value: Partial<JobValue> | null) {
    this.statement = value?.statement ?? "";
    this.answers = { ...value?.answers };
    this.chosen = value?.overruled ? (value.job ?? null) : null;
    this.reason = value?.reason ?? "";
    this.question = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endPause();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const said = changed.has("statement") || changed.has("answers") || changed.has("engine");
    if (said && this.pause === undefined && this.engine === "ready") this.read();
  }

  private get input(): JobInput {
    return { ...(this.statement?.trim() && { statement: this.statement }), answers: { ...this.answers } };
  }

  /** Reads what is there now, and tells the host if it is new. */
  private read(): void {
    const input = this.input;
    const told = JSON.stringify(input);
    try {
      this.reading = readJob(input);
      this.refused = undefined;
    } catch (error) {
      this.reading = null;
      this.refused = refusal(error);
    }
    this.evidence = this.reading?.evidence ?? [];
    if (!this.question || !this.answers?.[this.question.axis]) this.question = this.reading?.next ?? null;
    const news = this.told !== told && (this.told !== "" || this.reading?.abstained?.reason !== "no-input");
    this.told = told;
    if (!news) return;
    const { reading, refused } = this;
    void this.updateComplete.then(() => {
      if (reading) this.emit("headwater-reading", { input, reading });
      else if (refused) this.emit("headwater-error", refused);
    });
  }

  private endPause(): void {
    clearTimeout(this.pause);
    this.pause = undefined;
  }

  private typed(text: string): void {
    this.evidence = follow(this.statement, text, this.evidence);
    this.endPause();
    this.pause = setTimeout(() => {
      this.endPause();
      this.read();
    }, PAUSE);
    this.statement = text;
  }

  /** A text far beyond the limit would hold the page up for seconds: it is refused before it is in the box. */
  private holdBack(event: InputEvent): void {
    const size = (event.data ?? event.dataTransfer?.getData("text/plain") ?? "").length;
    if (size <= 5 * LIMIT) return;
    event.preventDefault();
    const show = (n: number) => n.toLocaleString(this.language);
    const message = say("story-too-much", { size: show(size), limit: show(LIMIT) });
    this.refused = { code: "input/text-too-long", message, path: "statement" };
    this.emit("headwater-error", this.refused);
    this.requestUpdate();
  }

  /** The leader asks for the reading: it is brought up to date and into view. */
  private async readNow(): Promise<void> {
    this.endPause();
    this.read();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(this.refused ? "textarea" : ".reading h2")?.focus();
  }

  private answer(axis: Axis, value: string): void {
    this.endPause();
    this.answers = { ...this.answers, [axis]: value };
  }

  private withdraw(axis: Axis): void {
    this.endPause();
    const { [axis]: _, ...rest } = this.answers;
    if (this.question?.axis === axis) this.question = null;
    this.answers = rest;
    this.focusAfter(".question input, .reading h2");
  }

  private askNext(): void {
    this.question = this.reading?.next ?? null;
    this.focusAfter(".question input");
  }

  private choose(job: Job): void {
    if (!this.reading) return;
    this.endPause();
    if (this.told !== JSON.stringify(this.input)) this.read();
    this.chosen = job;
    this.tellChoice();
    this.focusAfter(".chosen");
  }

  private tellChoice(): void {
    const { reading, chosen } = this;
    if (!reading || !chosen) return;
    const { overruled, reason } = this.value;
    this.emit("headwater-job-chosen", { job: chosen, overruled, ...(reason && { reason }), input: this.input, reading });
  }

  private chooseAgain(): void {
    this.chosen = null;
    this.reason = "";
    this.focusAfter(".choose .button");
  }

  /** What was pressed has gone from the page: the focus goes to what took its place. */
  private focusAfter(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  /** Focus goes to the story. */
  override focus(options?: FocusOptions): void {
    const story = this.renderRoot?.querySelector<HTMLElement>("textarea");
    if (story) story.focus(options);
    else super.focus(options);
  }

  protected override view(): TemplateResult {
    return html`<div class="page">${this.story()} ${this.readingView()} ${this.evidenceView()} ${this.compare()}</div>`;
  }

  /* ---------------------------------------------------------------- the story */

  private story(): TemplateResult {
    const text = this.statement ?? "";
    const size = text.length > LONG ? "words long" : "words";
    if (this.readonly) {
      return html`<section class="story stack" aria-label=${say("story-title")}>
        ${text.trim() ? html`<blockquote class=${size} dir="auto">${this.marked(text, true)}</blockquote>` : html`<p class="muted">${say("story-none")}</p>`}
      </section>`;
    }
    const { scope, refused } = this;
    const room = LIMIT - text.length;
    const described = [`${scope}-hint`, refused && `${scope}-error`].filter(Boolean).join(" ");
    return html`<section class="story stack" aria-label=${say("story-title")}>
      <div class="field">
        <label class="label" for="${scope}-story">${say("story-label")}</label>
        <p class="hint" id="${scope}-hint">${say("story-hint")}</p>
        <div class=${size}>
          <div class="under" aria-hidden="true" dir="auto">${text ? this.marked(text, false) : say("story-example")}${"\n"}</div>
          <textarea
            id="${scope}-story"
            dir="auto"
            .value=${text}
            placeholder=${say("story-example")}
            aria-describedby=${described}
            aria-invalid=${refused ? "true" : "false"}
            @beforeinput=${(event: InputEvent) => this.holdBack(event)}
            @input=${(event: InputEvent) => this.typed((event.target as HTMLTextAreaElement).value)}
            @keydown=${(event: KeyboardEvent) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.readNow();
            }}
          ></textarea>
        </div>
        ${refused ? html`<p class="error" id="${scope}-error" role="alert">${refused.message}</p>` : nothing}
        ${!refused && room <= NEARLY_FULL ? html`<p class="small muted">${say("story-room", { n: room }, this.language)}</p>` : nothing}
      </div>
      <div class="actions no-print">
        <button class="button ${this.reading?.job ? "" : "primary"}" type="button" @click=${() => this.readNow()}>
          ${say("story-read")}
        </button>
        ${text
          ? nothing
          : html`<button class="button quiet" type="button" @click=${() => (this.statement = say("story-example"))}>
              ${say("story-example-use")}
            </button>`}
      </div>
    </section>`;
  }

  /** The story with its evidence marked; `aloud` puts the label of each mark into the text. */
  private marked(text: string, aloud: boolean): unknown {
    return pieces(text, this.evidence).map(({ text: piece, evidence }) => {
      if (evidence.length === 0) return piece;
      const what = [...new Set(evidence.map(({ value }) => say(value as Words)))].join(", ");
      const label = aloud ? html`<span class="hidden-visually"> (${say("evidence-for", { what })}) </span>` : nothing;
      return html`<mark>${piece}</mark>${label}`;
    });
  }

  /* -------------------------------------------------------------- the reading */

  /** The name of what was read: a Job, none, or why it is left open. */
  private get headline(): Words {
    const { reading } = this;
    if (!reading) return "reading-title";
    return reading.job ?? reading.abstained?.reason ?? "none";
  }

  private readingView(): TemplateResult {
    const { reading } = this;
    const name = say(this.headline);
    const mark = reading?.job ? jobMark(reading.job) : reading && !reading.abstained ? marks.open : marks.blocked;
    return html`<section class="reading stack wide" aria-labelledby="${this.scope}-name">
      <p class="hidden-visually" role="status">${reading ? say("reading-said", { name }) : nothing}</p>
      <div class="stack">
        <h2 id="${this.scope}-name" tabindex="-1">${mark} ${name}</h2>
        ${this.headline === "no-input"
          ? nothing
          : html`<p class="why">${reading ? (reading.abstained?.message.text ?? reading.explanation) : say("reading-paused")}</p>`}
      </div>
      ${this.readonly ? nothing : this.questionView()} ${this.answered()}
      ${this.readonly ? this.chosenView() : this.chooseView()}
    </section>`;
  }

  private questionView(): TemplateResult | typeof nothing {
    const { question, reading, answers } = this;
    if (!reading || !question) return nothing;
    const given = answers?.[question.axis];
    const more = given && reading.next;
    const lead = reading.job || given ? "question-next" : "question-deciding";
    const quiet = reading.abstained?.reason === "no-input" || (given && !more);
    return html`<fieldset class="question">
      ${quiet ? nothing : html`<p class="small muted" id="${this.scope}-lead">${say(lead)}</p>`}
      <legend>${question.question}</legend>
      <div class="choice options">
        ${question.options.map(
          ({ value, label }) =>
            html`<label
              ><input
                type="radio"
                name="${this.scope}-${question.axis}"
                value=${value}
                .checked=${given === value}
                @change=${() => this.answer(question.axis, value)}
              />${label}</label
            >`,
        )}
      </div>
      ${more ? html`<div><button class="button" type="button" @click=${() => this.askNext()}>${say("question-go")}</button></div>` : nothing}
      ${given && !more ? html`<p class="small muted">${say("question-last")}</p>` : nothing}
    </fieldset>`;
  }

  private answered(): TemplateResult | typeof nothing {
    const { answers, readonly } = this;
    const given = AXES.filter((axis) => answers?.[axis] && (readonly || axis !== this.question?.axis));
    if (given.length === 0) return nothing;
    return html`<div class="stack">
      <h3>${say("answers-title")}</h3>
      <ul class="plain-list">
        ${given.map((axis) => {
          const what = say(answers[axis] as Words);
          return html`<li class="answer">
            <span>${what}</span>
            ${readonly
              ? nothing
              : html`<button
                  class="link small no-print"
                  type="button"
                  aria-label=${say("answer-withdraw-which", { what })}
                  @click=${() => this.withdraw(axis)}
                >
                  ${say("answer-withdraw")}
                </button>`}
          </li>`;
        })}
      </ul>
    </div>`;
  }

  /* ------------------------------------------------------------- the last word */

  private chooseView(): TemplateResult | typeof nothing {
    const { reading } = this;
    if (this.chosen) return this.chosenView();
    if (!reading || reading.abstained?.reason === "no-input") return nothing;
    const read = reading.job;
    return html`<div class="choose">
      <h3>${say("choose-title")}</h3>
      ${read
        ? html`<button class="button primary" type="button" @click=${() => this.choose(read)}>
            ${jobMark(read)} ${say("choose-read", { name: say(read) })}
          </button>`
        : nothing}
      <div class="others">
        <span class="muted">${say(read ? "choose-other" : "choose-open")}</span>
        ${JOBS.filter((job) => job !== read).map(
          (job) =>
            html`<button class="button" type="button" @click=${() => this.choose(job)}>${jobMark(job)} ${say(job)}</button>`,
        )}
      </div>
    </div>`;
  }

  private chosenView(): TemplateResult | typeof nothing {
    const { chosen, readonly } = this;
    if (!chosen) return nothing;
    const read = this.reading?.job ?? null;
    const key = chosen === read ? "chosen-as-read" : read ? "chosen-overruled" : "chosen-unread";
    const overruled = chosen !== read;
    return html`<div class="choose">
      <p class="chosen notice" tabindex="-1">
        <strong>${say(key, { name: say(chosen), read: read ? say(read) : "" })}</strong>
        ${readonly && this.reason ? html`<span>${this.reason}</span>` : nothing}
      </p>
      ${readonly
        ? nothing
        : html`${overruled
              ? html`<label class="field reason">
                  <span>${say("chosen-reason")}</span>
                  <input
                    .value=${this.reason}
                    maxlength="500"
                    @change=${(event: Event) => {
                      this.reason = (event.target as HTMLInputElement).value;
                      this.tellChoice();
                    }}
                  />
                </label>`
              : nothing}
            <button class="button" type="button" @click=${() => this.chooseAgain()}>${say("chosen-withdraw")}</button>`}
    </div>`;
  }

  /* ------------------------------------------------ what it rests on, and the rest */

  private evidenceView(): TemplateResult | typeof nothing {
    const found = this.reading?.evidence ?? [];
    if (found.length === 0) return nothing;
    // The strongest words first come to mind; they are listed in the order of the text.
    const strongest = new Set([...found].sort((a, b) => b.weight - a.weight).slice(0, LISTED));
    const listed = this.allEvidence ? found : found.filter((one) => strongest.has(one));
    const more = found.length - listed.length;
    return html`<section class="evidence stack" aria-labelledby="${this.scope}-evidence">
      <h3 id="${this.scope}-evidence">${say(this.reading?.job ? "evidence-title" : "evidence-title-open")}</h3>
      <ul class="found">
        ${listed.map(({ quote, value }) => {
          const job = SPEAKS_FOR[value];
          return html`<li>
            ${job ? jobMark(job) : html`<span class="dot"></span>`}
            <span><q dir="auto">${quote}</q></span>
            <span class="for">${say("evidence-for", { what: say(value as Words) })}</span>
          </li>`;
        })}
      </ul>
      ${more > 0
        ? html`<div>
            <button class="link no-print" type="button" @click=${() => (this.allEvidence = true)}>
              ${say("evidence-more", { n: more }, this.language)}
            </button>
          </div>`
        : nothing}
    </section>`;
  }

  private compare(): TemplateResult | typeof nothing {
    const { reading } = this;
    if (!reading || reading.abstained?.reason === "no-input") return nothing;
    const outcomes = [...JOBS, "none"] as const;
    return html`<section class="compare stack" aria-labelledby="${this.scope}-compare">
      <h3 id="${this.scope}-compare">${say(reading.job ? "compare-title" : "compare-title-open")}</h3>
      <ul class="rows">
        ${outcomes.map((outcome) => {
          const read = outcome === reading.job;
          const means = say(`${outcome}-means`);
          return html`<li class=${read ? "read" : ""}>
            <span class="name">${outcome === "none" ? marks.blocked : jobMark(outcome)} ${say(outcome)}</span>
            ${this.bar(reading.probabilities[outcome])}
            <span class="percent numerals">${this.percent(reading.probabilities[outcome])}</span>
            <span class="means small muted">${read ? say("compare-is") : say("compare-fits", { means: means.charAt(0).toLowerCase() + means.slice(1) })}</span>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  private bar(share: number): TemplateResult {
    const width = 100 * share;
    return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="track" width="100" height="6" />
      <rect class="fill" x=${this.direction === "rtl" ? 100 - width : 0} width=${width} height="6" />
    </svg>`;
  }

  private percent(share: number): string {
    const write = new Intl.NumberFormat(this.language, { style: "percent" });
    if (share > 0 && share < 0.005) return say("percent-little", { n: write.format(0.01) });
    if (share < 1 && share > 0.995) return say("percent-much", { n: write.format(0.99) });
    return write.format(share);
  }
}

