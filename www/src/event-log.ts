/** Shows what the elements tell the page: a list that a developer can read beside the code that made it. */

const NAMES = [
  "headwater-change", "headwater-decision", "headwater-reading", "headwater-job-chosen", "headwater-error",
] as const;
const KEPT = 40;

/** The gist of an event's detail; `document` and other long parts are cut. */
function gist(detail: Record<string, unknown>): string {
  const { document: _, ...rest } = detail;
  const text = JSON.stringify(rest, (_key, value) => {
    if (typeof value === "number") return Math.round(value * 1000) / 1000;
    return typeof value === "string" && value.length > 60 ? `${value.slice(0, 60)}…` : value;
  });
  return text.length > 420 ? `${text.slice(0, 420)}…` : text;
}

/** Listens on the whole page, since the events bubble, and adds a line for each. */
export function logEvents(list: HTMLElement): void {
  for (const name of NAMES) {
    document.addEventListener(name, ({ detail: said }) => {
      const line = document.createElement("li");
      const time = document.createElement("time");
      const [title, detail] = [document.createElement("b"), document.createElement("code")];
      time.textContent = new Date().toLocaleTimeString("en-GB");
      title.textContent = name;
      detail.textContent = gist({ ...said });
      line.append(time, " ", title, detail);
      list.prepend(line);
      while (list.children.length > KEPT) list.lastChild?.remove();
    });
  }
}
