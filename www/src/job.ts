/** The page where a leader begins: the classifier, stories to try, and what the page has to show of itself. */
import { init } from "headwater";
import "./host/chosen-job";
import { logEvents } from "./event-log";
import source from "./host/chosen-job.ts?raw";
import { offerSettings } from "./settings";
import { stories } from "./stories";

const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;
const classifier = find<HTMLElementTagNameMap["headwater-job-classifier"]>("#classifier");

find("#code").textContent = source;
logEvents(find("#log"));
offerSettings(find("#settings"), [classifier]);

for (const { who, story } of stories) {
  const [item, button, text] = [document.createElement("li"), document.createElement("button"), document.createElement("p")];
  text.textContent = story;
  button.type = "button";
  button.textContent = "Read this story";
  button.setAttribute("aria-label", `Read this story: ${who}`);
  button.addEventListener("click", () => {
    classifier.value = { statement: story };
    classifier.scrollIntoView({ block: "start" });
    classifier.focus({ preventScroll: true });
  });
  item.append(text, button);
  find("#sample-list").append(item);
}

const { engine, version } = await init();
find("#version").textContent = `Headwater ${version}, running as ${engine === "wasm" ? "WebAssembly" : "JavaScript"}.`;
