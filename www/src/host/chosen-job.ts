/** The portal's side of the classifier: once a leader has settled on a Job, it offers to start a plan from the story. */
import { Plan, init } from "headwater";
import "headwater/elements/job-classifier/define";
import { keepPlan, setPlanAside } from "./kept";

const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;
const classifier = find<HTMLElementTagNameMap["headwater-job-classifier"]>("#classifier");
const [next, trouble] = [find("#next"), find("#trouble")];

classifier.addEventListener("headwater-job-chosen", () => {
  next.hidden = false;
});

find("#start-plan").addEventListener("click", async () => {
  const { statement, answers, job, overruled, reason } = classifier.value;
  if (!job) return;
  await init();
  const plan = Plan.create({ title: "Your plan" });
  plan.edit({ type: "tellStory", story: statement, answers });
  plan.edit({ type: "chooseJob", job, ...(overruled && reason && { reason }) });
  setPlanAside();
  if (keepPlan(plan.save())) location.assign(new URL("../#yours", location.href));
  else {
    trouble.textContent = "This browser keeps nothing between pages, so the plan cannot be handed on here.";
    trouble.hidden = false;
  }
});
