/** Fields and forms of the planner: a label, a hint, a control and a refusal that belong together. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Desk } from "./desk.js";

export interface FieldOptions {
  form: string;
  name: string;
  label: string;
  hint?: string;
  placeholder?: string;
  /** `phrase` is a line that grows: for what may be longer than its field is wide. */
  kind?: "line" | "phrase" | "area" | "date" | "number";
  /** What the plan holds. */
  value?: string;
  /** Larger type, for the person's own main words. */
  large?: boolean;
  /** The label is for assistive technology only. */
  bare?: boolean;
  /** Draws the step again at each key. */
  live?: boolean;
  /** Called when the field is left with something else in it. */
  commit?: (text: string) => void;
}

const idOf = (form: string, name: string) => `${form}-${name}`.replace(/[^\w-]/g, "_");

/** One field. In a plan that cannot be changed it is its words, or nothing when blank. */
export function field(desk: Desk, options: FieldOptions): TemplateResult | typeof nothing {
  const { form, name, label, hint, kind = "line", value = "", large, bare } = options;
  const text = desk.typed(form, name, value);
  if (desk.readonly) {
    if (!text) return nothing;
    return html`<div class="field">
      <span class=${bare ? "hidden-visually" : "label"}>${label}</span>
      <p class=${large ? "own-words" : ""} dir="auto">${text}</p>
    </div>`;
  }
  const id = idOf(form, name);
  const refused = desk.refusedAt(form, name);
  const described = [hint ? `${id}-hint` : "", refused ? `${id}-error` : ""].filter(Boolean).join(" ");
  const input = (event: Event) =>
    desk.type(form, name, (event.target as HTMLInputElement).value, options.live);
  const change = (event: Event) => {
    const next = (event.target as HTMLInputElement).value;
    if (options.commit && next !== value) options.commit(next);
  };
  return html`<div class="field">
    <label class=${bare ? "hidden-visually" : "label"} for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${kind === "area" || kind === "phrase"
      ? html`<textarea
          id=${id}
          name=${name}
          dir="auto"
          class=${kind === "phrase" ? "phrase" : large ? "own-words" : ""}
          rows=${kind === "phrase" ? 1 : large ? 2 : 3}
          @keydown=${kind === "phrase" ? submitOnEnter : nothing}
          placeholder=${options.placeholder ?? nothing}
          .value=${live(text)}
          aria-describedby=${described || nothing}
          aria-invalid=${refused ? "true" : nothing}
          @input=${input}
          @change=${change}
        ></textarea>`
      : html`<input
          id=${id}
          name=${name}
          dir=${kind === "line" ? "auto" : nothing}
          type=${kind === "date" ? "date" : "text"}
          inputmode=${kind === "number" ? "decimal" : nothing}
          autocomplete="off"
          placeholder=${options.placeholder ?? nothing}
          .value=${live(text)}
          aria-describedby=${described || nothing}
          aria-invalid=${refused ? "true" : nothing}
          @input=${input}
          @change=${change}
        />`}
    ${refused ? html`<p class="error" id="${id}-error">${refused.message}</p>` : nothing}
  </div>`;
}

/** Enter ends a phrase as it ends a line. */
function submitOnEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  const field = event.target as HTMLTextAreaElement;
  field.dispatchEvent(new Event("change"));
  field.form?.requestSubmit();
}

export interface ChoiceOptions<Value extends string> {
  form: string;
  name: string;
  legend: string;
  hint?: string;
  value?: Value | undefined;
  options: readonly { value: Value; label: string }[];
  /** Called at once; without it the choice is typed like a field and read at submission. */
  commit?: (value: Value) => void;
}

/** A choice of one from few. */
export function choice<Value extends string>(desk: Desk, options: ChoiceOptions<Value>): TemplateResult {
  const { form, name, legend, hint, value = "" } = options;
  const id = idOf(form, name);
  const chosen = desk.typed(form, name, value);
  const refused = desk.refusedAt(form, name);
  if (desk.readonly) {
    return html`<div class="field">
      <span class="label">${legend}</span>
      <p>${options.options.find((option) => option.value === chosen)?.label}</p>
    </div>`;
  }
  const described = [hint ? `${id}-hint` : "", refused ? `${id}-error` : ""].filter(Boolean).join(" ");
  return html`<fieldset class="field" role="radiogroup" aria-describedby=${described || nothing} aria-invalid=${refused ? "true" : nothing}>
    <legend class="label">${legend}</legend>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <div class="choice">
      ${options.options.map(
        (option) => html`<label>
          <input
            type="radio"
            name=${name}
            value=${option.value}
            .checked=${live(option.value === chosen)}
            @change=${() => {
              desk.type(form, name, option.value, true);
              options.commit?.(option.value);
            }}
          />
          <span>${option.label}</span>
        </label>`,
      )}
    </div>
    ${refused ? html`<p class="error" id="${id}-error">${refused.message}</p>` : nothing}
  </fieldset>`;
}

/** Any of several entities, such as those who take part. */
export function several(
  desk: Desk,
  options: {
    legend: string;
    value: readonly string[];
    options: readonly { value: string; label: string }[];
    commit: (value: string[]) => void;
  },
): TemplateResult | typeof nothing {
  const { legend, value } = options;
  if (desk.readonly) {
    const shown = options.options.filter((option) => value.includes(option.value)).map(({ label }) => label);
    return shown.length ? html`<div class="field"><span class="label">${legend}</span><p>${shown.join(", ")}</p></div>` : nothing;
  }
  return html`<fieldset class="field">
    <legend class="label">${legend}</legend>
    <div class="choice">
      ${options.options.map(
        (option) => html`<label>
          <input
            type="checkbox"
            .checked=${live(value.includes(option.value))}
            @change=${(event: Event) => {
              const rest = value.filter((id) => id !== option.value);
              options.commit((event.target as HTMLInputElement).checked ? [...rest, option.value] : rest);
            }}
          />
          <span>${option.label}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/** A form; what cannot be placed at a field is said at its foot. */
export function form(
  desk: Desk,
  name: string,
  submit: (() => void) | undefined,
  content: unknown,
): TemplateResult {
  const refused = desk.refusedAt(name);
  return html`<form
    class="stack"
    data-form=${name}
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      submit?.();
    }}
  >
    ${content} ${refused ? html`<p class="error" role="alert">${refused.message}</p>` : nothing}
  </form>`;
}

/** A select with a visible label. */
export function select(
  desk: Desk,
  options: {
    form: string;
    name: string;
    label: string;
    hint?: string;
    value?: string;
    options: readonly { value: string; label: string }[];
    commit?: (value: string) => void;
  },
): TemplateResult | typeof nothing {
  const { form, name, label, hint, value = "" } = options;
  const chosen = desk.typed(form, name, value);
  if (desk.readonly) {
    const shown = options.options.find((option) => option.value && option.value === chosen);
    return shown ? html`<div class="field"><span class="label">${label}</span><p>${shown.label}</p></div>` : nothing;
  }
  const id = idOf(form, name);
  const refused = desk.refusedAt(form, name);
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <select
      id=${id}
      name=${name}
      aria-describedby=${[hint ? `${id}-hint` : "", refused ? `${id}-error` : ""].filter(Boolean).join(" ") || nothing}
      aria-invalid=${refused ? "true" : nothing}
      @change=${(event: Event) => {
        const next = (event.target as HTMLSelectElement).value;
        desk.type(form, name, next, true);
        options.commit?.(next);
      }}
    >
      ${options.options.map(
        (option) => html`<option value=${option.value} .selected=${live(option.value === chosen)}>${option.label}</option>`,
      )}
    </select>
    ${refused ? html`<p class="error" id="${id}-error">${refused.message}</p>` : nothing}
  </div>`;
}
