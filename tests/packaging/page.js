// What a page of every host does: the elements are placed, the main job runs, and the result is left for the test.
import { mainJob } from "./main-job.js";

export async function run(headwater) {
  const root = document.documentElement;
  try {
    for (const tag of ["headwater-job-classifier", "headwater-planner"]) {
      const element = document.querySelector(tag) ?? document.body.appendChild(document.createElement(tag));
      await customElements.whenDefined(tag);
      while (!element.shadowRoot?.querySelector("textarea, button")) await new Promise(requestAnimationFrame);
    }
    root.dataset.result = JSON.stringify(await mainJob(headwater));
  } catch (error) {
    root.dataset.result = JSON.stringify({ error: `${error.code ?? ""} ${error.message}` });
  }
}
