/** The charter: who decides what, and when people meet who do not report to one another. */
import { html, type TemplateResult } from "lit";
import type { Desk } from "../desk.js";
import { field, form } from "../fields.js";
import { say } from "../words.js";
import type { Step } from "./step.js";

const FORM = "charter";

export class CharterStep implements Step {
  constructor(private readonly desk: Desk) {}

  view(): TemplateResult {
    const { desk } = this;
    const charter = desk.document.about.charter ?? {};
    const agree = (changed: typeof charter) => desk.edit(FORM, { type: "agreeCharter", ...charter, ...changed });
    return form(
      desk,
      FORM,
      undefined,
      html`
        ${field(desk, {
          form: FORM,
          name: "decisions",
          label: say("charter-decisions"),
          hint: say("charter-decisions-hint"),
          kind: "area",
          value: charter.decisions ?? "",
          commit: (decisions) => agree({ decisions }),
        })}
        ${field(desk, {
          form: FORM,
          name: "rhythm",
          label: say("charter-rhythm"),
          kind: "area",
          value: charter.rhythm ?? "",
          commit: (rhythm) => agree({ rhythm }),
        })}
      `,
    );
  }
}
