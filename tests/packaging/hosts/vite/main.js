import * as headwater from "headwater";
import "headwater/elements/planner/define";
import { run } from "./page.js";

run(headwater);
