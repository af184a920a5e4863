/** Registers `<headwater-job-classifier>`. */
import { define } from "../define.js";
import { HeadwaterJobClassifier } from "./index.js";

define("headwater-job-classifier", HeadwaterJobClassifier);

declare global {
  interface HTMLElementTagNameMap {
    "headwater-job-classifier": HeadwaterJobClassifier;
  }
}
