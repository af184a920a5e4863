export { JobClassifier } from "./job-classifier/index.js";
export { Planner } from "./planner/index.js";
import "./job-classifier/define.js";
import "./planner/define.js";
