import * as headwater from "headwater";
import { mainJob } from "./main-job.js";

console.log(JSON.stringify(await mainJob(headwater)));
