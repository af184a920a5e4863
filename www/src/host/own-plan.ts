/** The portal's side of the planner: it opens a plan, keeps what changes, and offers the file to take away. */
import { type HeadwaterError, Plan, init } from "headwater";
import "headwater/elements/planner/define";
import { keepPlan, keptPlan, onKeptElsewhere, planAside, setPlanAside, takePlanBack } from "./kept";

const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;
const planner = find<HTMLElementTagNameMap["headwater-planner"]>("#planner");
const [kept, trouble, file] = [find("#kept"), find("#trouble"), find<HTMLInputElement>("#file")];

const say = (text: string) => (kept.textContent = text);
const refuse = (text: string) => {
  trouble.textContent = text;
  trouble.hidden = text === "";
};

/** Shows a plan. One that cannot be opened is refused, and the plan on the page stays as it was. */
function show(text: string | null, name: string): boolean {
  try {
    planner.plan = text === null ? Plan.create({ title: "Your plan" }) : Plan.open(text);
    refuse("");
    return true;
  } catch (error) {
    const { message, path } = error as HeadwaterError;
    refuse(`${name} was not opened. ${message}${path ? ` (At: ${path}.)` : ""} Your plan is as it was.`);
    return false;
  }
}

/** The planner shows what became of the last change. */
function keep(text: string): void {
  planner.saved = keepPlan(text) ? "saved" : "failed";
  if (planner.saved === "failed") say("This browser keeps nothing. Save a copy before you leave.");
}

await init();
if (!show(keptPlan(), "The plan kept in this browser")) planner.plan = Plan.create({ title: "Your plan" });
planner.readonly = false; // The page says `readonly`, so that nothing is typed into a plan that is about to be replaced.
offerReturn();

// Each change: the whole plan is in the event, and the portal decides where it goes.
planner.addEventListener("headwater-change", ({ detail }) => keep(JSON.stringify(detail.document)));
onKeptElsewhere((text) => show(text, "The plan from another tab"));

find("#open-file").addEventListener("click", () => file.click());
file.addEventListener("change", async () => {
  const [chosen] = file.files ?? [];
  file.value = "";
  if (!chosen) return;
  const text = await chosen.text();
  if (!show(text, `“${chosen.name}”`)) return;
  setPlanAside();
  keep(text);
  offerReturn();
});

find("#save-file").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([planner.plan!.save()], { type: "application/json" }));
  link.download = "improvement-plan.json";
  link.click();
  URL.revokeObjectURL(link.href);
});

find("#start-over").addEventListener("click", () => {
  setPlanAside();
  show(null, "A new plan");
  say("A new plan. The earlier one is kept, and can be brought back.");
  offerReturn();
});

find("#bring-back").addEventListener("click", () => {
  const text = takePlanBack();
  if (text !== null && show(text, "The earlier plan")) {
    keep(text);
    say("The earlier plan is back. The one that was here is kept in its place.");
  }
  offerReturn();
});

function offerReturn(): void {
  find("#bring-back").hidden = !planAside();
}
