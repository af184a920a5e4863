/** Taking the plan along: as a file, as text, on paper. Nothing leaves the page but by these acts. */
import type { Desk } from "./desk.js";

/** Hands the person a file that is named after a title. */
export function download(title: string, ending: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = `${fileName(title)}.${ending}`;
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
  download(desk.document.about.title, "json", new Blob([desk.plan.save()], { type: "application/json" }));
}

export function downloadText(desk: Desk): void {
  download(desk.document.about.title, "md", new Blob([desk.plan.markdown()], { type: "text/markdown" }));
}
