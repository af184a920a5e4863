import { JobClassifier } from "./index.js";

customElements.define("headwater-job-classifier", JobClassifier);
