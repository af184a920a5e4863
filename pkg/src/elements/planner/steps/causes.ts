/** Root causes: the fishbone and its twin, an outline in which causes are added, deepened, tested and named root. */
import { html, nothing, type TemplateResult } from "lit";
import { drawFishbone, drawWhys } from "../../../index.js";
import type { FishboneInput } from "../../../types.js";
import type { Desk, Row } from "../desk.js";
import { causeMark } from "../../marks.js";
import { newId, sayDate, today } from "../desk.js";
import { choice, field, form, select } from "../fields.js";
import { Drawn, tableTwin } from "../pictures.js";
import { say } from "../words.js";
import { example, lead, unlessReadonly, waitsFor, type Route, type Step } from "./step.js";

type Cause = Row<"causes">;

const exampleFishbone = (): FishboneInput => ({
  problem: say("causes-example-problem"),
  causes: [
    { id: "1", text: say("causes-example-1"), status: "root" },
    { id: "1a", text: say("causes-example-1a"), parent: "1", status: "supported" },
    { id: "2", text: say("causes-example-2"), status: "supported" },
    { id: "2a", text: say("causes-example-2a"), parent: "2", status: "suspected" },
    { id: "3", text: say("causes-example-3"), status: "refuted" },
    { id: "3a", text: say("causes-example-3a"), parent: "3", status: "suspected" },
  ],
});

export class CausesStep implements Step {
  private selected: string | undefined;
  /** The part of the panel for moving and removing is unfolded. */
  private arranged = false;
  private shownAs: "fishbone" | "whys" = "fishbone";
  private readonly fishbone: Drawn<FishboneInput>;
  private readonly whys: Drawn<FishboneInput>;
  private readonly exampleBone = new Drawn<FishboneInput>(drawFishbone);

  constructor(
    private readonly desk: Desk,
    private readonly route: Route,
  ) {
    // Moving is for those who may change the plan; the picture asks each time.
    const live = {
      move: (id: string, under: string | undefined) => {
        if (desk.readonly) return;
        const name = `cause:${id}`;
        if (!desk.edit(name, { type: "moveCause", id, ...(under && { parent: under }) })) desk.announce(desk.refusedAt(name)?.message ?? "");
      },
      say: (what: "carry" | "over" | "dropped" | "kept", name: string) => desk.announce(say(`causes-${what}`, { name })),
    };
    this.fishbone = new Drawn<FishboneInput>(drawFishbone, live);
    this.whys = new Drawn<FishboneInput>(drawWhys, live);
  }

  view(): TemplateResult {
    const { desk } = this;
    const problem = desk.problem;
    if (!problem) return waitsFor(this.route, say("causes-need-problem"), "problem", say("causes-go-problem"));
    const causes = desk.rows("causes").filter((cause) => cause.problem === problem.id);
    return html`
      <div class=${causes.length ? "wide-only" : ""}>${lead(problem.statement)}</div>
      ${causes.length
        ? html`<div class="shown-as no-print" role="group" aria-label=${say("causes-view")}>
              ${(["fishbone", "whys"] as const).map(
                (kind) => html`<button
                  type="button"
                  class="button quiet small"
                  aria-pressed=${this.shownAs === kind}
                  @click=${() => {
                    this.shownAs = kind;
                    desk.show();
                  }}
                >
                  ${say(`causes-view-${kind}`)}
                </button>`,
              )}
            </div>
            <figure
              class="fishbone"
              aria-label=${say(this.shownAs === "whys" ? "causes-whys" : "causes-picture")}
              @click=${this.choose}
            >
              ${this[this.shownAs].view(desk, desk.plan.fishbone(problem.id), this.selected)}
            </figure>
            ${tableTwin(this[this.shownAs].picture, say("causes-table"))}`
        : nothing}
      ${causes.length
        ? html`<section class="stack" aria-label=${say("causes-list")}>
            ${desk.readonly || this.selected ? nothing : html`<p class="muted">${say("causes-select-hint")}</p>`}
            <ul class="tree">
              ${this.branch(causes, undefined)}
            </ul>
          </section>`
        : nothing}
      ${unlessReadonly(desk, () => this.adding(problem.id, causes.length === 0))}
      ${causes.length ? nothing : example(this.exampleBone.view(desk, exampleFishbone()))}
    `;
  }

  private branch(causes: Cause[], parent: string | undefined): TemplateResult[] {
    return causes
      .filter((cause) => cause.parent === parent)
      .map((cause) => {
        const open = cause.id === this.selected;
        const below = this.branch(causes, cause.id);
        return html`<li data-cause=${cause.id}>
          <button
            type="button"
            class="cause ${cause.status}"
            aria-expanded=${open}
            @click=${() => this.select(open ? undefined : cause.id)}
          >
            ${causeMark(cause.status)}
            <bdi class="cause-text">${cause.text}</bdi>
            <span class="status">${say(`status-${cause.status}`)}</span>
          </button>
          ${open ? this.panel(cause, causes) : nothing} ${below.length ? html`<ul>${below}</ul>` : nothing}
        </li>`;
      });
  }

  /** Everything about the selected cause, in the order in which it is worked on. */
  private panel(cause: Cause, causes: Cause[]): TemplateResult {
    const { desk } = this;
    const tests = cause.tests ?? [];
    return html`<div class="panel stack arrive">
      ${tests.length
        ? html`<div>
            <h4 class="label">${say("cause-tests")}</h4>
            <ul class="tests">
              ${tests.map(
                (test) => html`<li dir="auto">
                  <strong>${say(test.result === "supported" ? "cause-result-supported" : "cause-result-refuted")}.</strong>
                  ${test.evidence}
                  ${test.date ? html`<span class="muted small">${sayDate(test.date, desk.language)}</span>` : nothing}
                </li>`,
              )}
            </ul>
          </div>`
        : nothing}
      ${unlessReadonly(
        desk,
        () => html`
          ${cause.status === "supported"
            ? html`<div class="notice good">
                <p>${say("cause-root-hint")}</p>
                <button class="button primary" type="button" @click=${() => this.nameRoot(cause)}>
                  ${say("cause-root")}
                </button>
                ${desk.refusedAt(`root:${cause.id}`)
                  ? html`<p class="error" role="alert">${desk.refusedAt(`root:${cause.id}`)?.message}</p>`
                  : nothing}
              </div>`
            : nothing}
          ${tests.length
            ? html`<details>
                <summary>${say("cause-test-again")}</summary>
                ${this.testing(cause, false)}
              </details>`
            : this.testing(cause, true)}
          ${this.beneath(cause)}
          <details
            ?open=${this.arranged}
            @toggle=${(event: Event) => {
              this.arranged = (event.target as HTMLDetailsElement).open;
            }}
          >
            <summary>${say("cause-arrange")}</summary>
            ${this.arranging(cause, causes)}
          </details>
        `,
      )}
    </div>`;
  }

  private testing(cause: Cause, first: boolean): TemplateResult {
    const { desk } = this;
    const name = `test:${cause.id}`;
    return form(
      desk,
      name,
      () => this.test(cause),
      html`
        ${field(desk, {
          form: name,
          name: "evidence",
          label: say("cause-test"),
          hint: say("cause-test-hint"),
          placeholder: say("cause-evidence-example"),
          kind: "area",
        })}
        ${choice(desk, {
          form: name,
          name: "result",
          legend: say("cause-result"),
          options: [
            { value: "supported", label: say("cause-result-supported") },
            { value: "refuted", label: say("cause-result-refuted") },
          ],
        })}
        <div class="actions">
          <button class="button ${first ? "primary" : ""}" type="submit">${say("cause-record")}</button>
        </div>
      `,
    );
  }

  private beneath(cause: Cause): TemplateResult {
    const { desk } = this;
    const name = `under:${cause.id}`;
    return form(
      desk,
      name,
      () => this.propose(name, cause.problem, cause.id),
      html`<div class="with-button">
        ${field(desk, {
          form: name,
          name: "text",
          label: say("cause-under"),
          hint: say("cause-under-hint"),
          kind: "phrase",
        })}
        <button class="button" type="submit">${say("cause-under-add")}</button>
      </div>`,
    );
  }

  private arranging(cause: Cause, causes: Cause[]): TemplateResult {
    const { desk } = this;
    const name = `cause:${cause.id}`;
    const siblings = causes.filter((other) => other.parent === cause.parent);
    const place = siblings.findIndex((other) => other.id === cause.id);
    const lineage = descendants(causes, cause.id);
    const elsewhere = causes.filter((other) => !lineage.has(other.id));
    const before = siblings[place - 1];
    const after = siblings[place + 1];
    const move = (from: string, parent?: string, next?: string) => {
      desk.edit(name, { type: "moveCause", id: cause.id, ...(parent && { parent }), ...(next && { before: next }) });
      // The row is drawn anew in its new place; whoever moved it goes on from there.
      const row = `[data-cause="${cause.id}"]`;
      this.route.focus(`${row} > .panel ${from}:not(:disabled)`, `${row} > button`);
    };
    return form(
      desk,
      name,
      undefined,
      html`
        ${field(desk, {
          form: name,
          name: "text",
          label: say("cause-text"),
          kind: "phrase",
          value: cause.text,
          commit: (text) => desk.edit(name, { type: "revise", table: "causes", id: cause.id, fields: { text } }),
        })}
        ${select(desk, {
          form: name,
          name: "parent",
          label: say("cause-parent"),
          value: cause.parent ?? "",
          options: [
            { value: "", label: say("cause-parent-none") },
            ...elsewhere.map((other) => ({ value: other.id, label: other.text })),
          ],
          commit: (parent) => move("select", parent),
        })}
        ${select(desk, {
          form: name,
          name: "reach",
          label: say("cause-reach"),
          value: cause.reach ?? "",
          options: [
            { value: "", label: say("unsaid") },
            ...(["own", "others", "whole"] as const).map((value) => ({ value, label: say(`cause-reach-${value}`) })),
          ],
          commit: (reach) => desk.edit(name, { type: "revise", table: "causes", id: cause.id, fields: { reach: reach || null } }),
        })}
        <div class="actions">
          <button class="button" type="button" ?disabled=${!before} data-act="up" @click=${() => move('[data-act="up"]', cause.parent, before?.id)}>
            ${say("cause-up")}
          </button>
          <button class="button" type="button" ?disabled=${!after} data-act="down" @click=${() => move('[data-act="down"]', cause.parent, siblings[place + 2]?.id)}>
            ${say("cause-down")}
          </button>
          <button class="button quiet" type="button" @click=${() => this.remove(cause)}>
            ${lineage.size > 1 ? say("cause-remove-all", { n: lineage.size - 1 }) : say("cause-remove")}
          </button>
        </div>
      `,
    );
  }

  private adding(problem: string, first: boolean): TemplateResult {
    const { desk } = this;
    const name = "cause-new";
    return form(
      desk,
      name,
      () => this.propose(name, problem),
      html`<div class="with-button">
        ${field(desk, {
          form: name,
          name: "text",
          label: say(first ? "causes-first" : "causes-add"),
          hint: say("causes-add-hint"),
          kind: "phrase",
        })}
        <button class="button ${first ? "primary" : ""}" type="submit">${say("add")}</button>
      </div>`,
    );
  }

  private propose(name: string, problem: string, parent?: string): void {
    const text = this.desk.typed(name, "text");
    const edit = { type: "proposeCause", id: newId(), problem, text, ...(parent && { parent }) } as const;
    if (this.desk.edit(name, edit)) this.route.focus(`[data-form="${name}"] textarea`);
  }

  private test(cause: Cause): void {
    const { desk } = this;
    const name = `test:${cause.id}`;
    const result = desk.typed(name, "result");
    if (result !== "supported" && result !== "refuted") {
      desk.refuse(name, { code: "input/blank", path: "result", message: say("cause-result-missing") });
      return;
    }
    const evidence = desk.typed(name, "evidence");
    if (desk.edit(name, { type: "testCause", id: cause.id, result, evidence, date: today() })) {
      desk.announce(say("cause-tested"));
      this.route.focus(`[data-cause="${cause.id}"] > button`);
    }
  }

  private nameRoot(cause: Cause): void {
    if (this.desk.edit(`root:${cause.id}`, { type: "nameRoot", id: cause.id })) {
      this.desk.announce(say("cause-rooted", { cause: cause.text }));
      this.route.focus(`[data-cause="${cause.id}"] > button`);
    }
  }

  private remove(cause: Cause): void {
    if (this.desk.edit(`cause:${cause.id}`, { type: "remove", table: "causes", id: cause.id })) {
      this.selected = undefined;
      this.route.focus(".tree button", "[data-form='cause-new'] textarea");
    }
  }

  private select(id: string | undefined): void {
    this.selected = id;
    this.arranged = false;
    this.desk.show();
  }

  /** A bone was chosen in the picture: its place in the outline opens. */
  private readonly choose = (event: Event): void => {
    const id = (event.target as Element).closest("[data-entity]")?.getAttribute("data-entity");
    if (!id || !this.desk.document.causes[id]) return;
    this.select(id);
    this.route.focus(`[data-cause="${id}"] > button`);
  };
}

/** A cause and everything beneath it. */
function descendants(causes: Cause[], id: string): Set<string> {
  const found = new Set([id]);
  for (let grown = 0; grown < found.size; ) {
    grown = found.size;
    for (const cause of causes) if (cause.parent && found.has(cause.parent)) found.add(cause.id);
  }
  return found;
}
