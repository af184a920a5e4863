/** Compiled, never run: what an integrator writes must type-check against the built declarations. */
import { init } from "headwater";
import { HeadwaterJobClassifier, type JobValue } from "headwater/elements/job-classifier";
import "headwater/elements/job-classifier/define";

const { engine, version } = await init();
engine satisfies "wasm" | "js";
version satisfies string;
new HeadwaterJobClassifier() satisfies HTMLElement;

const classifier = document.createElement("headwater-job-classifier");
classifier.value satisfies JobValue;
classifier.value = { statement: "The same buses are late every Monday.", answers: { reach: "others" } };
classifier.addEventListener("headwater-job-chosen", ({ detail }) => {
  detail.job satisfies "correct" | "coordinate" | "reorient";
  detail.overruled satisfies boolean;
});
// The events bubble out of shadow trees: a page can listen once for all of its elements.
document.addEventListener("headwater-reading", ({ detail }) => detail.reading.explanation satisfies string);
