import { Planner } from "./index.js";

customElements.define("headwater-planner", Planner);
