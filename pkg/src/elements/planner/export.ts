/** Taking the plan along: as a file, as text, on paper. Nothing leaves the page but by these acts. */
import type { Desk } from "./desk.js";

/** Hands the person a file. */
function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A file name from the plan's title that every system can write. */
const fileName = (title: string): string =>
  title
    .trim()
    .replace(/[\s/\\:*?"<>|.]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "plan";

export function downloadPlan(desk: Desk): void {
  download(`${fileName(desk.document.about.title)}.json`, "application/json", desk.plan.save());
}

export function downloadText(desk: Desk): void {
  download(`${fileName(desk.document.about.title)}.md`, "text/markdown", desk.plan.markdown());
}
