/** Ideas: what has to change, and changes small enough to try, each one behind a cause that evidence supports. */
import { html, nothing, type TemplateResult } from "lit";
import { drawDrivers } from "../../../index.js";
import type { DriversInput } from "../../../types.js";
import type { Desk, Row } from "../desk.js";
import { causeMark } from "../../marks.js";
import { newId } from "../desk.js";
import { field, form, select } from "../fields.js";
import { Drawn, tableTwin } from "../pictures.js";
import { say } from "../words.js";
import { lead, unlessReadonly, type Route, type Step } from "./step.js";

const NEW = "idea-new";

export class IdeasStep implements Step {
  private readonly picture = new Drawn<DriversInput>(drawDrivers, {});

  constructor(
    private readonly desk: Desk,
    private readonly route: Route,
    /** Opens the cycles with a new cycle for this idea. */
    private readonly tryIdea: (idea: string) => void,
  ) {}

  view(): TemplateResult {
    const { desk } = this;
    const causes = desk.rows("causes").filter((cause) => cause.status === "supported" || cause.status === "root");
    const ideas = desk.rows("ideas");
    return html`
      ${lead(desk.aim?.statement ?? say("ideas-lead"))}
      ${causes.length
        ? html`<section class="stack">
            <h4>${say("ideas-causes")}</h4>
            <ul class="supported">
              ${causes.map(
                (cause) => html`<li class="cause-line ${cause.status}">
                  ${causeMark(cause.status)}
                  <bdi>${cause.text}</bdi> <span class="status">${say(`status-${cause.status}`)}</span>
                </li>`,
              )}
            </ul>
          </section>`
        : html`<div class="notice attention">
            <p>${say("ideas-none-tested")}</p>
            ${unlessReadonly(
              desk,
              () => html`<button class="button" type="button" @click=${() => this.route.go("causes")}>
                ${say("ideas-go-causes")}
              </button>`,
            )}
          </div>`}
      <section class="stack">
        ${ideas.length
          ? html`<h4>${say("ideas-list")}</h4>
              <ul class="ideas">
                ${ideas.map((idea) => this.idea(idea))}
              </ul>`
          : nothing}
        ${unlessReadonly(desk, () => this.adding(causes, ideas.length === 0))}
      </section>
      ${this.drivers()}
    `;
  }

  private idea(idea: Row<"ideas">): TemplateResult {
    const { desk } = this;
    const cause = idea.cause ? desk.document.causes[idea.cause] : undefined;
    const driver = idea.driver ? desk.document.drivers[idea.driver] : undefined;
    const cycles = desk.rows("cycles").filter((cycle) => cycle.idea === idea.id).length;
    return html`<li class="idea" data-idea=${idea.id}>
      <p class="idea-text" dir="auto">${idea.text}</p>
      ${cause ? html`<p class="muted small">${say("idea-acts-on", { cause: cause.text })}</p>` : nothing}
      ${driver ? html`<p class="muted small">${driver.text}</p>` : nothing}
      ${idea.bypass ? html`<p class="muted small">${say("idea-went-ahead", { reason: idea.bypass })}</p>` : nothing}
      ${unlessReadonly(
        desk,
        () => html`<div class="actions">
          <button class="button" type="button" @click=${() => this.tryIdea(idea.id)}>${say("idea-try")}</button>
          ${cycles ? html`<span class="muted small">${say("idea-cycles", { n: cycles })}</span>` : nothing}
          <button
            class="button quiet"
            type="button"
            aria-label="${say("remove")}: ${idea.text}"
            @click=${() => {
              desk.edit(`idea:${idea.id}`, { type: "remove", table: "ideas", id: idea.id });
              this.route.focus(`[data-form="${NEW}"] textarea`);
            }}
          >
            ${say("remove")}
          </button>
        </div>`,
      )}
    </li>`;
  }

  private adding(causes: Row<"causes">[], first: boolean): TemplateResult {
    const { desk } = this;
    const drivers = desk.rows("drivers");
    // The reason is asked only once the plan has refused the idea without it.
    const early = desk.refused?.form === NEW && desk.refused.code === "idea/no-supported-cause";
    const reasoning = early || desk.typed(NEW, "bypass") !== "";
    return form(
      desk,
      NEW,
      () => this.propose(),
      html`
        ${field(desk, {
          form: NEW,
          name: "text",
          label: say("idea-text"),
          hint: say("idea-text-hint"),
          placeholder: say("idea-text-example"),
          kind: "area",
        })}
        ${causes.length || drivers.length
          ? html`<div class="row pairs">
              ${causes.length
                ? select(desk, {
                    form: NEW,
                    name: "cause",
                    label: say("idea-cause"),
                    value: causes[0]?.id ?? "",
                    options: [
                      ...causes.map((cause) => ({ value: cause.id, label: cause.text })),
                      { value: "", label: say("idea-cause-none") },
                    ],
                  })
                : nothing}
              ${drivers.length
                ? select(desk, {
                    form: NEW,
                    name: "driver",
                    label: say("idea-driver"),
                    options: [
                      { value: "", label: say("none") },
                      ...drivers.map((driver) => ({ value: driver.id, label: driver.text })),
                    ],
                  })
                : nothing}
            </div>`
          : nothing}
        ${reasoning
          ? html`<div class="arrive">
              ${field(desk, {
                form: NEW,
                name: "bypass",
                label: say("idea-bypass"),
                hint: say("idea-bypass-hint"),
                kind: "area",
              })}
            </div>`
          : nothing}
        <div class="actions">
          <button class="button ${first ? "primary" : ""}" type="submit">
            ${say(reasoning ? "idea-bypass-add" : "idea-add")}
          </button>
        </div>
      `,
    );
  }

  private propose(): void {
    const { desk } = this;
    const supported = desk.rows("causes").find((cause) => cause.status === "supported" || cause.status === "root");
    const cause = desk.typed(NEW, "cause", supported?.id);
    const driver = desk.typed(NEW, "driver");
    const bypass = desk.typed(NEW, "bypass").trim();
    const proposed = desk.edit(NEW, {
      type: "proposeIdea",
      id: newId(),
      text: desk.typed(NEW, "text"),
      ...(cause && { cause }),
      ...(driver && { driver }),
      ...(bypass && { bypass }),
    });
    if (proposed) this.route.focus(`[data-form="${NEW}"] textarea`);
    else if (desk.refused?.code === "idea/no-supported-cause") {
      desk.refused = { ...desk.refused, field: "bypass" };
      this.route.focus(`[data-form="${NEW}"] [name="bypass"]`);
    }
  }

  private drivers(): unknown {
    const { desk } = this;
    const drivers = desk.rows("drivers");
    if (desk.readonly && !drivers.length) return nothing;
    const primary = drivers.filter((driver) => driver.kind === "primary");
    const under = (id: string) => drivers.filter((driver) => driver.serves?.includes(id));
    const item = (driver: Row<"drivers">, below: unknown = nothing) => html`<li>
      <div class="driver">
        <span>${driver.text}</span>
        ${unlessReadonly(
          desk,
          () => html`<button
            class="button quiet small"
            type="button"
            aria-label="${say("remove")}: ${driver.text}"
            @click=${() => desk.edit("drivers", { type: "remove", table: "drivers", id: driver.id })}
          >
            ${say("remove")}
          </button>`,
        )}
      </div>
      ${form(
        desk,
        `owner:${driver.id}`,
        undefined,
        field(desk, {
          form: `owner:${driver.id}`,
          name: "owner",
          label: say("owner"),
          value: driver.owner ?? "",
          commit: (owner) => desk.edit(`owner:${driver.id}`, { type: "assignOwner", table: "drivers", id: driver.id, owner }),
        }),
      )}
      ${below}
    </li>`;
    return html`<details ?open=${drivers.length > 0}>
      <summary>${say("drivers-title")}</summary>
      <div class="stack">
        <p class="hint">${say("drivers-hint")}</p>
        ${drivers.length
          ? html`<figure aria-label=${say("drivers-picture")}>${this.picture.view(desk, desk.plan.drivers())}</figure>
              ${tableTwin(this.picture.picture, say("causes-table"))}`
          : nothing}
        <ul class="tree drivers">
          ${primary.map((driver) =>
            item(
              driver,
              html`<ul>
                ${under(driver.id).map((place) => item(place))}
                ${unlessReadonly(desk, () => html`<li>${this.addDriver(driver)}</li>`)}
              </ul>`,
            ),
          )}
        </ul>
        ${unlessReadonly(desk, () => this.addDriver())}
      </div>
    </details>`;
  }

  private addDriver(above?: Row<"drivers">): TemplateResult {
    const { desk } = this;
    const name = above ? `driver:${above.id}` : "driver-new";
    return form(
      desk,
      name,
      () => {
        const text = desk.typed(name, "text");
        const kind = above ? "secondary" : "primary";
        if (desk.edit(name, { type: "addDriver", id: newId(), kind, text, ...(above && { serves: [above.id] }) })) {
          this.route.focus(`[data-form="${name}"] input`);
        }
      },
      html`<div class="with-button">
        ${field(desk, {
          form: name,
          name: "text",
          label: above ? say("driver-secondary") : say("driver-primary"),
          placeholder: above ? "" : say("driver-primary-example"),
        })}
        <button
          class="button"
          type="submit"
          aria-label=${above ? say("driver-add-under", { driver: above.text }) : nothing}
        >
          ${say("driver-add")}
        </button>
      </div>`,
    );
  }
}
