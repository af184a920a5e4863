/** The one error that the package throws. */

/** Every code there is. Codes never change their meaning; new ones may be added. */
export type HeadwaterErrorCode =
  | "engine/not-initialised" | "engine/load-failed" | "engine/blocked" | "engine/crashed" | "engine/disposed"
  | "engine/stale" | "engine/mismatch" | "engine/cancelled"
  | "json/invalid"
  | "input/bad-field" | "input/unknown-field" | "input/lone-surrogate" | "input/text-too-long" | "input/too-large"
  | "input/blank" | "input/bad-number" | "input/bad-date"
  | "plan/not-a-plan" | "plan/newer-schema" | "plan/unknown-edit" | "plan/unknown-id" | "plan/duplicate-id"
  | "plan/bad-id" | "plan/nothing-to-undo" | "plan/nothing-to-redo"
  | "cause/loop" | "cause/untested" | "driver/bad-link" | "idea/no-supported-cause"
  | "cycle/prediction-locked" | "cycle/no-prediction" | "cycle/study-blank" | "cycle/wrong-stage"
  | "cycle/ends-before-start" | "measure/day-twice"
  | "chart/unknown-kind" | "chart/length-mismatch" | "chart/needs-denominators" | "chart/bad-parameter"
  | "csv/empty" | "csv/no-date-column" | "csv/no-value-column" | "csv/no-such-column" | "csv/broken";

/** A refusal: `code` is stable, `path` names the place (`causes.c1.text`, or empty), `message` says what to do. */
export class HeadwaterError extends Error {
  override readonly name = "HeadwaterError";
  readonly code: HeadwaterErrorCode;
  readonly path: string;

  constructor(code: HeadwaterErrorCode, message: string, options: { path?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.path = options.path ?? "";
  }
}

/** What the core threw, as our error; a trap is told apart, because the instance cannot be trusted after it. */
export function fromCore(thrown: unknown): HeadwaterError {
  if (thrown instanceof HeadwaterError) return thrown;
  const { code, path, message } = thrown as { code?: unknown; path?: unknown; message?: unknown };
  if (typeof code === "string" && typeof path === "string") {
    return new HeadwaterError(code as HeadwaterErrorCode, String(message), { path, cause: thrown });
  }
  const text = "The core stopped unexpectedly and was started anew. Open your plans again from what you saved; it is unharmed.";
  return new HeadwaterError("engine/crashed", text, { cause: thrown });
}
