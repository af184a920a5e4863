/** What this browser keeps for the portal: the plan, and the one before it, so that starting over loses nothing. */

const NOW = "riverbend-plan";
const BEFORE = "riverbend-plan-before";

/** The kept plan as text, or null. A browser may refuse all storage. */
export function keptPlan(): string | null {
  try {
    return localStorage.getItem(NOW);
  } catch {
    return null;
  }
}

/** Keeps a plan. False when the browser would not. */
export function keepPlan(text: string): boolean {
  try {
    localStorage.setItem(NOW, text);
    return true;
  } catch {
    return false;
  }
}

/** Makes room for another plan; the one that is there can be brought back. */
export function setPlanAside(): void {
  try {
    const text = localStorage.getItem(NOW);
    if (text) localStorage.setItem(BEFORE, text);
    localStorage.removeItem(NOW);
  } catch {
    // Nothing was kept, so there is nothing to set aside.
  }
}

/** The plan that was set aside, taken out of its place, or null. */
export function takePlanBack(): string | null {
  try {
    const text = localStorage.getItem(BEFORE);
    localStorage.removeItem(BEFORE);
    return text;
  } catch {
    return null;
  }
}

/** Whether there is a plan to bring back. */
export function planAside(): boolean {
  try {
    return localStorage.getItem(BEFORE) !== null;
  } catch {
    return false;
  }
}

/** Calls `then` with the plan when another tab of this browser changed it. */
export function onKeptElsewhere(then: (text: string) => void): void {
  addEventListener("storage", ({ key, newValue }) => {
    if (key === NOW && newValue) then(newValue);
  });
}
