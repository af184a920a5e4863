import * as headwater from "headwater";
import "headwater/elements/planner/define";
import { createApp } from "vue";
import App from "./App.vue";
import { run } from "../page.js";

createApp(App).mount("#app");
run(headwater);
