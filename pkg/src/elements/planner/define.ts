/** Registers `<headwater-planner>`, and `<headwater-job-classifier>`, which stands in its first step. */
import { define } from "../define.js";
import "../job-classifier/define.js";
import { HeadwaterPlanner } from "./index.js";

define("headwater-planner", HeadwaterPlanner);

declare global {
  interface HTMLElementTagNameMap {
    "headwater-planner": HeadwaterPlanner;
  }
}
