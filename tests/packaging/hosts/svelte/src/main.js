import * as headwater from "headwater";
import "headwater/elements/planner/define";
import { mount } from "svelte";
import App from "./App.svelte";
import { run } from "../page.js";

mount(App, { target: document.querySelector("#app") });
run(headwater);
