import { Worker, isMainThread, parentPort } from "node:worker_threads";
import { fileURLToPath } from "node:url";

if (isMainThread) {
  new Worker(fileURLToPath(import.meta.url)).on("message", (result) => console.log(result));
} else {
  const { mainJob } = await import("./main-job.js");
  parentPort.postMessage(JSON.stringify(await mainJob(await import("headwater"))));
}
