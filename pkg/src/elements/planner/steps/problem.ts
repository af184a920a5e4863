/** The problem: one sentence in the largest type, and the four questions that make it definite. */
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../desk.js";
import { newId } from "../desk.js";
import { field, form } from "../fields.js";
import { promptFor } from "../prompts.js";
import { say } from "../words.js";
import { example, type Step } from "./step.js";

const FORM = "problem";
const questions = [
  ["who", "problem-who", "problem-who-hint"],
  ["where", "problem-where", "problem-where-hint"],
  ["howMuch", "problem-much", "problem-much-hint"],
  ["sinceWhen", "problem-since", "problem-since-hint"],
] as const;
type Question = (typeof questions)[number][0];

export class ProblemStep implements Step {
  private readonly id = newId();

  constructor(private readonly desk: Desk) {}

  view(): TemplateResult {
    const { desk } = this;
    const problem = desk.problem;
    const statement = desk.typed(FORM, "statement", problem?.statement);
    const prompt = promptFor(statement);
    return html`
      ${form(
        desk,
        FORM,
        () => this.keep(),
        html`
          ${field(desk, {
            form: FORM,
            name: "statement",
            label: say("problem-label"),
            hint: say("problem-hint"),
            kind: "area",
            large: true,
            live: true,
            value: problem?.statement ?? "",
            commit: () => this.keep(),
          })}
          ${prompt && !desk.readonly
            ? html`<div class="notice attention arrive" role="note">
                <p>${say(prompt.key, { words: prompt.words })}</p>
              </div>`
            : nothing}
          <div class="row pairs">
            ${questions.map(([name, label, hint]) =>
              field(desk, {
                form: FORM,
                name,
                label: say(label),
                hint: say(hint),
                kind: "phrase",
                value: problem?.[name] ?? "",
                commit: () => this.keep(),
              }),
            )}
          </div>
        `,
      )}
      ${statement ? nothing : example(html`<p class="example-words">${say("problem-example")}</p>`)}
    `;
  }

  /** Keeps what has been typed, once there is a sentence to keep it with. */
  private keep(): void {
    const { desk } = this;
    const problem = desk.problem;
    const statement = desk.typed(FORM, "statement", problem?.statement);
    if (!statement.trim() && !problem) return;
    const text = (name: "statement" | Question) => desk.typed(FORM, name, problem?.[name]).trim();
    const answers = questions.map(([name]) => [name, text(name)] as const).filter(([, answer]) => answer || problem);
    if (!problem) {
      desk.edit(FORM, { type: "stateProblem", id: this.id, statement, ...Object.fromEntries(answers) });
      return;
    }
    // An emptied answer is taken out of the plan; an emptied statement is refused by it.
    const fields = { statement, ...Object.fromEntries(answers.map(([name, answer]) => [name, answer || null])) };
    desk.edit(FORM, { type: "revise", table: "problems", id: problem.id, fields });
  }
}
