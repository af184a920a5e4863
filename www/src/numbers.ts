/** The page about the numbers: the same weeks read in two ways by the plain functions, and the table of regions. */
import { type ChartInput, drawChart, init, readChart, readCsv } from "headwater";

const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;

const dark = matchMedia("(prefers-color-scheme: dark)");

async function text(path: string): Promise<string> {
  const answer = await fetch(new URL(path, document.baseURI));
  if (!answer.ok) throw new Error(`${path} could not be fetched (${answer.status}).`);
  return answer.text();
}

/** Puts what a chart says, its picture (drawn for the width there is) and its rows into the page. */
function show(name: string, input: ChartInput): void {
  const [first, ...rest] = readChart(input).sentences.map((sentence) => sentence.text);
  find(`#${name}-sentence`).textContent = first ?? "";
  find(`#${name}-more`).replaceChildren(
    ...rest.map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }),
  );
  fill(find<HTMLTableElement>(`#${name}-table`), drawChart(input).table);

  const place = find(`#${name}-chart`);
  let drawn = "";
  const draw = () => {
    const width = Math.max(240, Math.floor(place.clientWidth - 16));
    const theme = dark.matches ? "dark" : "light";
    if (drawn === `${theme} ${width}`) return;
    drawn = `${theme} ${width}`;
    const { svg } = drawChart(input, { width, theme, idPrefix: name });
    place.replaceChildren(document.adoptNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement));
  };
  new ResizeObserver(draw).observe(place);
  dark.addEventListener("change", draw);
}

/** Fills a table; the first row holds the headings, the first cell of each row names it. */
function fill(table: HTMLTableElement, [head = [], ...rows]: string[][]): void {
  const heading = (text: string, scope: "col" | "row") => {
    const cell = document.createElement("th");
    cell.scope = scope;
    cell.textContent = text;
    return cell;
  };
  table.createTHead().insertRow().append(...head.map((text) => heading(text, "col")));
  const body = table.createTBody();
  for (const [name = "", ...cells] of rows) {
    const row = body.insertRow();
    row.append(heading(name, "row"));
    for (const cell of cells) row.insertCell().textContent = cell;
    row.classList.toggle("told", name === "North East" || name === "England");
  }
}

try {
  const [weekly, regions] = await Promise.all([
    text("../data/north-east-primary-absence.csv"),
    text("../data/primary-absence-same-weeks.csv"),
    init(),
  ]);
  const [, ...places] = regions.trim().split("\n").map((line) => line.split(","));
  fill(find("#weeks"), [["Region", "Autumn 2022", "Autumn 2023", "Autumn 2024", "Autumn 2025"], ...places]);
  const { rows } = readCsv(weekly, { dateColumn: "week_commencing", valueColumn: "absence_percent" });
  const weeks: ChartInput = {
    kind: "run",
    values: rows.map(({ value }) => value),
    dates: rows.map(({ date }) => date),
    title: "Absence of primary pupils",
    unit: "%",
    direction: "decrease",
  };
  show("all", weeks);
  show("baseline", { ...weeks, baseline: 28 });
} catch (error) {
  const trouble = find("#trouble");
  trouble.textContent = `The numbers are not here today. ${(error as Error).message}`;
  trouble.hidden = false;
}
