/** The page of plans: the worked plan, the visitor's own, and what the page has to show of itself. */
import { Plan, init } from "headwater";
import "headwater/elements/planner/define";
import { logEvents } from "./event-log";
import source from "./host/own-plan.ts?raw";
import { offerSettings } from "./settings";
import { tabs } from "./tabs";

const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;

tabs(find(".tabs"));
find("#code").textContent = source;
logEvents(find("#log"));
offerSettings(find("#settings"), [...document.querySelectorAll<HTMLElement>("headwater-planner")]);

// On its own, so that the page stands even where the core cannot start.
void import("./host/own-plan");

/** Fetched like any file that a portal holds for its staff. */
async function showWorkedPlan(): Promise<void> {
  const answer = await fetch(new URL("plans/north-east-primary.json", document.baseURI));
  if (!answer.ok) throw new Error(`The worked plan could not be fetched (${answer.status}).`);
  const text = await answer.text();
  const { engine, version } = await init();
  find("#version").textContent = `Headwater ${version}, running as ${engine === "wasm" ? "WebAssembly" : "JavaScript"}.`;
  find<HTMLElementTagNameMap["headwater-planner"]>("#worked-planner").plan = Plan.open(text);
}

try {
  await showWorkedPlan();
} catch (error) {
  const trouble = find("#worked-trouble");
  trouble.textContent = `The worked plan is not here today. ${(error as Error).message}`;
  trouble.hidden = false;
}
