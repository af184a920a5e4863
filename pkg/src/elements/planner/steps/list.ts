/**
 * A plain panel for the entities of one table: each with its fields, a way to remove it, and a form for another. What
 * they are is a table below.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Edit, InitiativeVerdict, OwnedTable } from "../../../types.js";
import type { Desk, Row } from "../desk.js";
import { newId, readNumber } from "../desk.js";
import { choice, field, form, select, several } from "../fields.js";
import { say } from "../words.js";
import { unlessReadonly, type Route, type Step } from "./step.js";

type Word = Parameters<typeof say>[0];
export type ListTable = "stakeholders" | "measures" | "initiatives" | "conditions" | "routines";

interface ListField {
  name: string;
  label: Word;
  kind?: "line" | "area" | "number";
  /** The words that it can be, each with its label; the first of `blank` is for none. */
  words?: readonly (readonly [value: string, label: Word])[];
  /** Ids of this table, any of them. */
  of?: "stakeholders";
}

interface List {
  /** The field that a new one begins with. */
  head: "name" | "text";
  add: (id: string, head: string) => Edit;
  fields: readonly ListField[];
  owned?: OwnedTable;
}

const words = <const Value extends string, const Label extends Word>(
  values: readonly Value[],
  label: (value: Value) => Label,
  blank?: Word,
): (readonly [string, Word])[] => [
  ...(blank ? [["", blank] as const] : []),
  ...values.map((value) => [value, label(value)] as const),
];

const LISTS: Record<ListTable, List> = {
  stakeholders: {
    head: "name",
    add: (id, name) => ({ type: "addStakeholder", id, name }),
    fields: [
      { name: "owns", label: "stakeholders-owns" },
      { name: "needs", label: "stakeholders-needs" },
      { name: "gains", label: "stakeholders-gains" },
      { name: "ask", label: "stakeholders-ask" },
    ],
  },
  measures: {
    head: "name",
    add: (id, name) => ({ type: "defineMeasure", id, name }),
    fields: [
      {
        name: "kind",
        label: "measures-kind",
        words: words(["outcome", "driver", "process", "balancing", "capability"], (kind) => `measures-kind-${kind}` as const),
      },
      { name: "definition", label: "measures-definition", kind: "area" },
      {
        name: "frequency",
        label: "measures-frequency",
        words: words(
          ["daily", "weekly", "fortnightly", "monthly", "termly", "yearly"],
          (often) => `measures-frequency-${often}` as const,
          "unsaid",
        ),
      },
      { name: "seenBy", label: "measures-seen-by", of: "stakeholders" },
    ],
    owned: "measures",
  },
  initiatives: {
    head: "name",
    add: (id, name) => ({ type: "listInitiative", id, name }),
    fields: [
      { name: "purpose", label: "initiatives-purpose" },
      { name: "load", label: "initiatives-load", kind: "number" },
    ],
    owned: "initiatives",
  },
  conditions: {
    head: "text",
    add: (id, text) => ({ type: "nameCondition", id, text }),
    fields: [
      {
        name: "kind",
        label: "conditions-kind",
        words: words(
          ["purpose", "trust", "time", "skill", "sponsor", "other"],
          (kind) => `conditions-kind-${kind}` as const,
          "unsaid",
        ),
      },
      {
        name: "met",
        label: "conditions-met",
        words: words(["unknown", "missing", "partly", "met"], (met) => `conditions-met-${met}` as const),
      },
      { name: "note", label: "conditions-note", kind: "area" },
    ],
    owned: "conditions",
  },
  routines: {
    head: "text",
    add: (id, text) => ({ type: "addRoutine", id, text }),
    fields: [{ name: "rhythm", label: "routines-rhythm" }],
    owned: "routines",
  },
};

export class ListStep implements Step {
  private readonly list: List;

  constructor(
    private readonly desk: Desk,
    private readonly route: Route,
    private readonly table: ListTable,
  ) {
    this.list = LISTS[table];
  }

  view(): TemplateResult {
    const { desk, table } = this;
    const rows = desk.rows(table) as Row<ListTable>[];
    return html`
      ${rows.length
        ? html`<ul class="ideas">
            ${rows.map((row) => html`<li class="idea" data-row=${row.id}>${this.row(row)}</li>`)}
          </ul>`
        : html`<p class="muted">${say("list-empty")}</p>`}
      ${unlessReadonly(desk, () => this.adding(rows.length === 0))}
    `;
  }

  private row(row: Row<ListTable>): TemplateResult {
    const { desk, list, table } = this;
    const name = `${table}:${row.id}`;
    const values = row as unknown as Record<string, string | number | string[] | undefined>;
    const revise = (fields: Record<string, unknown>) => desk.edit(name, { type: "revise", table, id: row.id, fields });
    const one = (field: ListField) => this.field(name, field, values[field.name], (value) => revise({ [field.name]: value }));
    return html`
      ${form(
        desk,
        name,
        undefined,
        html`
          ${this.field(name, { name: list.head, label: `${table}-${list.head}` as Word }, values[list.head], (value) =>
            revise({ [list.head]: value ?? "" }),
          )}
          <div class="row pairs">
            ${list.fields.map(one)}
            ${list.owned
              ? this.field(name, { name: "owner", label: "owner" }, values["owner"], (owner) => {
                  const table = list.owned as OwnedTable;
                  desk.edit(name, { type: "assignOwner", table, id: row.id, owner: typeof owner === "string" ? owner : "" });
                })
              : nothing}
          </div>
        `,
      )}
      ${table === "initiatives" ? this.verdict(row as Row<"initiatives">) : nothing}
      ${unlessReadonly(
        desk,
        () => html`<div class="actions">
          <button
            class="button quiet"
            type="button"
            aria-label=${say("list-remove", { name: String(values[list.head]) })}
            @click=${() => {
              desk.edit(name, { type: "remove", table, id: row.id });
              this.route.focus(`[data-form="${table}-new"] textarea`);
            }}
          >
            ${say("remove")}
          </button>
        </div>`,
      )}
    `;
  }

  private field(
    name: string,
    { name: key, label, kind = "line", words, of }: ListField,
    value: string | number | string[] | undefined,
    keep: (value: string | number | string[] | null) => void,
  ): unknown {
    const { desk } = this;
    if (of) {
      const options = desk.rows(of).map((row) => ({ value: row.id, label: row.name }));
      if (!options.length) return nothing;
      return several(desk, { legend: say(label), value: Array.isArray(value) ? value : [], options, commit: keep });
    }
    if (words) {
      const options = words.map(([value, word]) => ({ value, label: say(word) }));
      return select(desk, {
        form: name,
        name: key,
        label: say(label),
        value: String(value ?? ""),
        options,
        commit: (chosen) => keep(chosen || null),
      });
    }
    return field(desk, {
      form: name,
      name: key,
      label: say(label),
      kind: kind === "line" ? "phrase" : kind,
      value: value === undefined ? "" : String(value),
      commit: (text) => {
        const number = kind === "number" ? readNumber(text) : undefined;
        if (number !== undefined && Number.isNaN(number)) {
          desk.refuse(name, { code: "input/bad-number", path: key, message: say("aim-number") });
        } else keep(kind === "number" ? (number ?? null) : text.trim() || null);
      },
    });
  }

  /** Continue, merge or stop. */
  private verdict(row: Row<"initiatives">): unknown {
    const { desk } = this;
    const { decision } = row;
    const name = `verdict:${row.id}`;
    const others = desk.rows("initiatives").filter((other) => other.id !== row.id);
    const kinds: readonly InitiativeVerdict[] = others.length ? ["continue", "merge", "stop"] : ["continue", "stop"];
    const said = (kind: InitiativeVerdict) => say(`initiatives-${kind}`);
    const made = decision
      ? html`<p>${say("initiatives-decided", { verdict: said(decision.kind), reason: decision.reason })}</p>`
      : nothing;
    if (desk.readonly) return made;
    const kind = desk.typed(name, "kind", decision?.kind);
    return html`${made}
    ${form(
      desk,
      name,
      () => this.decide(name, row.id, others[0]?.id),
      html`
        ${choice(desk, {
          form: name,
          name: "kind",
          legend: say("initiatives-decision"),
          value: decision?.kind,
          options: kinds.map((value) => ({ value, label: said(value) })),
        })}
        ${kind === "merge"
          ? select(desk, {
              form: name,
              name: "into",
              label: say("initiatives-into"),
              value: decision?.into ?? others[0]?.id ?? "",
              options: others.map((other) => ({ value: other.id, label: other.name })),
            })
          : nothing}
        <div class="with-button">
          ${field(desk, { form: name, name: "reason", label: say("initiatives-reason"), kind: "phrase", value: decision?.reason ?? "" })}
          <button class="button" type="submit">${say("initiatives-decide")}</button>
        </div>
      `,
    )}`;
  }

  private decide(name: string, id: string, other: string | undefined): void {
    const { desk } = this;
    const { decision } = desk.document.initiatives[id] ?? {};
    const kind = desk.typed(name, "kind", decision?.kind);
    const reason = desk.typed(name, "reason", decision?.reason);
    if (kind === "merge") {
      desk.edit(name, { type: "mergeInitiative", id, into: desk.typed(name, "into", decision?.into ?? other), reason });
    } else if (kind === "continue" || kind === "stop") {
      desk.edit(name, { type: `${kind}Initiative`, id, reason });
    } else desk.refuse(name, { code: "input/blank", path: "kind", message: say("initiatives-missing") });
  }

  private adding(first: boolean): TemplateResult {
    const { desk, list, table } = this;
    const name = `${table}-new`;
    return form(
      desk,
      name,
      () => {
        if (desk.edit(name, list.add(newId(), desk.typed(name, list.head)))) {
          this.route.focus(`[data-form="${name}"] textarea`);
        }
      },
      html`<div class="with-button">
        ${field(desk, {
          form: name,
          name: list.head,
          label: say(`${table}-new`),
          hint: say(`${table}-new-hint`),
          kind: "phrase",
        })}
        <button class="button ${first ? "primary" : ""}" type="submit">${say("list-add")}</button>
      </div>`,
    );
  }
}
