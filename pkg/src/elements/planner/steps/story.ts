/** The story: the Job classifier, whose reading and choice are kept in the plan. */
import { html, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { HeadwaterEvents, Theme } from "../../base.js";
import type { HeadwaterJobClassifier } from "../../job-classifier/index.js";
import type { Desk } from "../desk.js";
import { type Route, type Step } from "./step.js";

type Reading = CustomEvent<HeadwaterEvents["headwater-reading"]>;
type Chosen = CustomEvent<HeadwaterEvents["headwater-job-chosen"]>;

export class StoryStep implements Step {
  private classifier: HeadwaterJobClassifier | undefined;
  /** What the classifier and the plan last agreed on. */
  private agreed = "";

  constructor(
    private readonly desk: Desk,
    _route: Route,
    private readonly look: () => { theme: Theme; locale: string },
  ) {}

  view(): TemplateResult {
    const { theme, locale } = this.look();
    return html`<headwater-job-classifier
      ${ref((element) => {
        this.classifier = element as HeadwaterJobClassifier | undefined;
        this.agreed = "";
        this.bring();
      })}
      theme=${theme}
      locale=${locale}
      ?readonly=${this.desk.readonly}
      @headwater-reading=${this.keepStory}
      @headwater-job-chosen=${this.keepJob}
    ></headwater-job-classifier>`;
  }

  /** Shows the plan's story in the classifier, unless it stands there already (someone may be typing). */
  bring(): void {
    const { story = "", answers = {}, job, jobReason } = this.desk.document.about;
    const now = JSON.stringify([story, answers, job, jobReason]);
    if (!this.classifier || now === this.agreed) return;
    this.agreed = now;
    this.classifier.value = {
      statement: story,
      answers,
      job: job ?? null,
      overruled: job !== undefined,
      ...(jobReason && { reason: jobReason }),
    };
  }

  private readonly keepStory = ({ detail }: Reading): void => {
    const { statement = "", answers = {} } = detail.input;
    const { story = "", answers: known = {} } = this.desk.document.about;
    if (this.desk.readonly || (statement === story && JSON.stringify(answers) === JSON.stringify(known))) return;
    this.agree(() => this.desk.edit("story", { type: "tellStory", story: statement, answers }));
  };

  private readonly keepJob = ({ detail }: Chosen): void => {
    if (this.desk.readonly) return;
    const { job, reason } = detail;
    this.agree(() => this.desk.edit("story", { type: "chooseJob", job, ...(reason && { reason }) }));
  };

  /** Makes an edit that the classifier shows already. */
  private agree(edit: () => boolean): void {
    if (!edit()) return;
    const { story = "", answers = {}, job, jobReason } = this.desk.document.about;
    this.agreed = JSON.stringify([story, answers, job, jobReason]);
  }
}
