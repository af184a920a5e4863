/** The script that runs in the worker: it starts the core and answers one request after another. */
import type { HeadwaterError } from "./error.js";
import * as facade from "./index.js";
import { type Answer, type Request, WORKER_FUNCTIONS } from "./worker.js";

const page = globalThis as unknown as { onmessage: unknown; postMessage(answer: Answer): void };

page.onmessage = async ({ data: { id, name, given } }: MessageEvent<Request>): Promise<void> => {
  try {
    await facade.init();
    const work = WORKER_FUNCTIONS.includes(name) && (facade[name] as (...given: unknown[]) => unknown);
    if (!work) throw Object.assign(new Error("There is no such function."), { code: "input/bad-field", path: "" });
    page.postMessage({ id, value: work(...given) });
  } catch (error) {
    const { code, message, path } = error as HeadwaterError;
    page.postMessage({ id, error: { code, message, path } });
  }
};
