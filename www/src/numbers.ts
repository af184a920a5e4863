/** The page about the numbers: the same weeks read in two ways by the plain functions, and the table of regions. */
import { type ChartInput, drawChart, init, readChart, readCsv } from "headwater";

const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;

async function text(path: string): Promise<string> {
  const answer = await fetch(new URL(path, document.baseURI));
  if (!answer.ok) throw new Error(`${path} could not be fetched (${answer.status}).`);
  return answer.text();
}

/** Puts the sentence and the picture of a chart into the page, drawn for the width there is. */
function show(name: string, input: ChartInput): void {
  const reading = readChart(input);
  find(`#${name}-sentence`).textContent = reading.sentences.map((sentence) => sentence.text).join(" ");
  const place = find(`#${name}-chart`);
  let drawn = 0;
  new ResizeObserver(() => {
    const width = Math.max(240, Math.floor(place.clientWidth));
    if (width === drawn) return;
    drawn = width;
    const { svg } = drawChart(input, { width });
    place.replaceChildren(document.adoptNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement));
  }).observe(place);
}

function table(csv: string): void {
  const [head = [], ...rows] = csv.trim().split("\n").map((line) => line.split(","));
  const table = find<HTMLTableElement>("#weeks");
  const headings = table.createTHead().insertRow();
  for (const name of head) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = name.replace("autumn_", "Autumn ").replace("place", "Region");
    headings.append(cell);
  }
  const body = table.createTBody();
  for (const [place = "", ...values] of rows) {
    const row = body.insertRow();
    const cell = document.createElement("th");
    cell.scope = "row";
    cell.textContent = place;
    row.append(cell);
    for (const value of values) row.insertCell().textContent = value;
    row.classList.toggle("told", place === "North East" || place === "England");
  }
}

try {
  const [weekly, regions] = await Promise.all([
    text("../data/north-east-primary-absence.csv"),
    text("../data/primary-absence-same-weeks.csv"),
    init(),
  ]);
  table(regions);
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
