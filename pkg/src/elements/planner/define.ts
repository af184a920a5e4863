/** Registers `<headwater-planner>`. */
import { define } from "../define.js";
import { HeadwaterPlanner } from "./index.js";

define("headwater-planner", HeadwaterPlanner);

declare global {
  interface HTMLElementTagNameMap {
    "headwater-planner": HeadwaterPlanner;
  }
}
