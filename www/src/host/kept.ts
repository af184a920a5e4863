/**
 * What this browser keeps for the portal: the plan in hand, and those set aside for it, so that starting over, opening a
 * file or beginning from a story loses nothing.
 */

const NOW = "riverbend-plan";
const BEFORE = "riverbend-plans-before";

/** Asks the browser's storage; a browser may refuse it. */
function stored<T>(work: (store: Storage) => T, otherwise: T): T {
  try {
    return work(localStorage);
  } catch {
    return otherwise;
  }
}

function setAside(): string[] {
  return stored((store) => JSON.parse(store.getItem(BEFORE) ?? "[]") as string[], []);
}

/** The kept plan as text, or null. */
export function keptPlan(): string | null {
  return stored((store) => store.getItem(NOW), null);
}

/** Keeps a plan. False when the browser would not. */
export function keepPlan(text: string): boolean {
  return stored((store) => {
    store.setItem(NOW, text);
    return true;
  }, false);
}

/** Makes room for another plan; the one that is there can be brought back. */
export function setPlanAside(): void {
  stored((store) => {
    const text = store.getItem(NOW);
    if (text) store.setItem(BEFORE, JSON.stringify([...setAside(), text]));
    store.removeItem(NOW);
  }, undefined);
}

/** The plan that was set aside last, in exchange for the one in hand, which goes behind all others. */
export function takePlanBack(): string | null {
  return stored((store) => {
    const plans = setAside();
    const last = plans.pop() ?? null;
    const now = store.getItem(NOW);
    store.setItem(BEFORE, JSON.stringify(now ? [now, ...plans] : plans));
    return last;
  }, null);
}

/** Whether there is a plan to bring back. */
export function planAside(): boolean {
  return setAside().length > 0;
}

/** Calls `then` with the plan when another tab of this browser changed it. */
export function onKeptElsewhere(then: (text: string) => void): void {
  addEventListener("storage", ({ key, newValue }) => {
    if (key === NOW && newValue) then(newValue);
  });
}
