/** Registers every element, and gives their classes. */
export type { HeadwaterEvents, Theme } from "./base.js";
export { HeadwaterJobClassifier, type JobValue } from "./job-classifier/index.js";
export { HeadwaterPlanner, type Saved } from "./planner/index.js";
import "./job-classifier/define.js";
import "./planner/define.js";
