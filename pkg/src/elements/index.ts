/** Registers every element, and gives their classes. */
export { HeadwaterJobClassifier } from "./job-classifier/index.js";
export { HeadwaterPlanner } from "./planner/index.js";
import "./job-classifier/define.js";
import "./planner/define.js";
