import { init } from "headwater";
import "headwater/elements/job-classifier/define";

const { version } = await init();
document.querySelector("#version")!.textContent = version;
