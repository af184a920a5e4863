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

/** Puts a plan into its planner; fetched like any file that a portal holds for its staff. */
async function show(name: string, file: string): Promise<void> {
  try {
    const answer = await fetch(new URL(`plans/${file}`, document.baseURI));
    if (!answer.ok) throw new Error(`The file could not be fetched (${answer.status}).`);
    const text = await answer.text();
    const { engine, version } = await init();
    find("#version").textContent = `Headwater ${version}, running as ${engine === "wasm" ? "WebAssembly" : "JavaScript"}.`;
    find<HTMLElementTagNameMap["headwater-planner"]>(`#${name}-planner`).plan = Plan.open(text);
  } catch (error) {
    const trouble = find(`#${name}-trouble`);
    trouble.textContent = `This plan is not here today. ${(error as Error).message}`;
    trouble.hidden = false;
  }
}

await Promise.all([show("worked", "north-east-primary.json"), show("published", "fresno-applications.json")]);
