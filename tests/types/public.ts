/** Compiled, never run: what an integrator writes must type-check against the built declarations. */
import { init } from "headwater";
import { HeadwaterJobClassifier } from "headwater/elements/job-classifier";
import "headwater/elements/job-classifier/define";

const { engine, version } = await init();
engine satisfies "wasm" | "js";
version satisfies string;
new HeadwaterJobClassifier() satisfies HTMLElement;
