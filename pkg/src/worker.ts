/**
 * The facade in a worker: the same stateless functions as promises, off the page's thread, and an `AbortSignal` to
 * give one up. A plan is a handle of its own instance and stays on the page.
 *
 * @example
 * import { startWorker } from "headwater/worker";
 * const worker = startWorker();
 * const reading = await worker.readChart({ kind: "run", values }, { signal: AbortSignal.timeout(2000) });
 * worker.end();
 *
 * @module
 */
import { HeadwaterError, type HeadwaterErrorCode } from "./error.js";
import type * as facade from "./index.js";

/** The functions that a worker does. */
export const WORKER_FUNCTIONS = ["readJob", "readChart", "drawFishbone", "drawChart", "readCsv"] as const;
type Done = (typeof WORKER_FUNCTIONS)[number];

type Promised<F> = F extends (input: infer I, options?: infer O) => infer R
  ? (input: I, options?: O & { signal?: AbortSignal }) => Promise<R>
  : never;

/** The worker's side of the facade. */
export type HeadwaterWorker = { [F in Done]: Promised<(typeof facade)[F]> } & {
  /** Ends the worker; what is still waiting is refused with `engine/cancelled`. */
  end(): void;
};

/** What the page and the worker say to each other. */
export interface Request {
  id: number;
  name: Done;
  given: [unknown, unknown?];
}
export interface Answer {
  id: number;
  value?: unknown;
  error?: { code: HeadwaterErrorCode; message: string; path: string };
}

interface Job extends Request {
  settle: (value: never) => void;
  refuse: (error: HeadwaterError) => void;
}

/**
 * Starts a worker when it is first asked something.
 *
 * @param options.url where the worker's script lies, if the host does not serve it beside this one
 */
export function startWorker(options: { url?: string | URL } = {}): HeadwaterWorker {
  let worker: Worker | undefined;
  let ended = false;
  let last = 0;
  // One at a time: the one that runs can be given up by ending the worker, without harm to those that wait.
  const jobs: Job[] = [];

  const cancelled = (why: string) => new HeadwaterError("engine/cancelled", why);

  function begin(): Worker {
    const begun = options.url
      ? new Worker(options.url, { type: "module" })
      : new Worker(new URL("./worker-script.js", import.meta.url), { type: "module" });
    begun.onmessage = ({ data }: MessageEvent<Answer>) => {
      const job = jobs[0];
      if (job?.id !== data.id) return;
      jobs.shift();
      if (data.error) job.refuse(new HeadwaterError(data.error.code, data.error.message, { path: data.error.path }));
      else job.settle(data.value as never);
      next();
    };
    begun.onerror = (event) => {
      event.preventDefault();
      const where = "Its script must be served by the page's own host; pass its address to startWorker({ url }).";
      for (const job of jobs.splice(0)) job.refuse(new HeadwaterError("engine/load-failed", `The worker did not start. ${where}`));
      stop();
    };
    return begun;
  }

  function stop(): void {
    worker?.terminate();
    worker = undefined;
  }

  function next(): void {
    const job = jobs[0];
    if (!job) return;
    worker ??= begin();
    worker.postMessage({ id: job.id, name: job.name, given: job.given } satisfies Request);
  }

  function ask(name: Done, input: unknown, how: { signal?: AbortSignal } = {}): Promise<unknown> {
    const { signal, ...rest } = how;
    return new Promise((settle, refuse) => {
      if (ended) return refuse(cancelled("The worker has ended."));
      if (signal?.aborted) return refuse(cancelled("It was given up before it began."));
      const job: Job = { id: (last += 1), name, given: [input, rest], settle, refuse };
      signal?.addEventListener("abort", () => {
        const at = jobs.indexOf(job);
        if (at < 0) return;
        jobs.splice(at, 1);
        refuse(cancelled("It was given up."));
        if (at === 0) {
          stop();
          next();
        }
      }, { once: true });
      jobs.push(job);
      if (jobs.length === 1) next();
    });
  }

  const functions = WORKER_FUNCTIONS.map((name) => [name, (input: unknown, how?: object) => ask(name, input, how)]);
  return {
    ...(Object.fromEntries(functions) as unknown as Omit<HeadwaterWorker, "end">),
    end() {
      ended = true;
      stop();
      for (const job of jobs.splice(0)) job.refuse(cancelled("The worker has ended."));
    },
  };
}
