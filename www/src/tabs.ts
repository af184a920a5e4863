/** Tabs by the usual keyboard pattern; the address says which one is open. */

/** Makes tabs of a `role="tablist"`: each tab controls the panel that it names. */
export function tabs(list: HTMLElement): void {
  const all = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
  const panelOf = (tab: HTMLElement) => document.getElementById(tab.getAttribute("aria-controls")!)!;

  const open = (tab: HTMLElement) => {
    for (const other of all) {
      other.setAttribute("aria-selected", String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
      panelOf(other).hidden = other !== tab;
    }
  };
  const openByAddress = () => {
    const tab = all.find((one) => `#${panelOf(one).id}` === location.hash);
    if (tab) open(tab);
  };

  list.addEventListener("click", (event) => {
    const tab = all.find((one) => one === event.target);
    if (!tab) return;
    open(tab);
    history.replaceState(null, "", `#${panelOf(tab).id}`);
  });
  list.addEventListener("keydown", (event) => {
    const forward = getComputedStyle(list).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    const way = forward === "ArrowRight" ? step : -step;
    const next = all[(all.indexOf(event.target as HTMLElement) + way + all.length) % all.length];
    next?.focus();
    next?.click();
    event.preventDefault();
  });
  addEventListener("hashchange", openByAddress);
  openByAddress();
}
