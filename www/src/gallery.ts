/** The gallery: every picture, redrawn as the visitor chooses, from the samples and from the worked plans. */
import { type PictureInputs, type PictureKind, type PictureOptions, Plan, draw, init, toPng } from "headwater";

interface Sample {
  name: string;
  label: string;
  kind: PictureKind;
  input: PictureInputs[PictureKind];
  options?: PictureOptions;
  note?: string;
}

const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;
const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  set: Partial<HTMLElementTagNameMap[Name]> = {},
  ...inside: (Node | string)[]
) => {
  const made = Object.assign(document.createElement(name), set);
  made.append(...inside);
  return made;
};

async function fetched(path: string): Promise<string> {
  const answer = await fetch(new URL(path, document.baseURI));
  if (!answer.ok) throw new Error(`${path} could not be fetched (${answer.status}).`);
  return answer.text();
}

/** The pictures of a whole plan, as its views give them. */
function ofPlan(name: string, text: string): Sample[] {
  const plan = Plan.open(text);
  const { about, measures } = plan.document();
  const of = (kind: PictureKind, label: string, input: Sample["input"]): Sample => ({
    name: `${name}-${kind}`, label: `${about.title}: ${label}`, kind, input, note: "From the worked plan.",
  });
  const samples = [
    of("fishbone", "causes", plan.fishbone()),
    of("drivers", "drivers", plan.drivers()),
    of("ramp", "cycles", plan.ramp()),
    ...Object.keys(measures).map((measure) => of("chart", "measure", plan.series(measure))),
  ];
  plan.dispose();
  return samples;
}

const how = find<HTMLFormElement>("#how");
const field = (name: string) => how.elements.namedItem(name) as HTMLSelectElement;

function options(sample: Sample): PictureOptions {
  const width = Number(field("width").value);
  return {
    width: sample.kind === "sparkline" ? Math.round(width / 4) : width,
    theme: field("theme").value as NonNullable<PictureOptions["theme"]>,
    ...sample.options,
    ...(field("direction").value === "rtl" && { direction: "rtl" as const }),
    idPrefix: sample.name,
  };
}

function save(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function shown(sample: Sample): HTMLElement {
  const picture = draw(sample.kind, sample.input, options(sample));
  const { svg, summary, table } = picture;
  const parsed = document.adoptNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement);
  const [head = [], ...rows] = table;
  const body = make("tbody", {}, ...rows.map((row) => make("tr", {}, ...row.map((cell) => make("td", {}, cell)))));
  const columns = make("tr", {}, ...head.map((cell) => make("th", { scope: "col" }, cell)));
  const twin = make("table", {}, make("thead", {}, columns), body);
  const scroll = make("div", { className: "scroll", tabIndex: 0 }, twin);
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", `${sample.label}, as a table`);
  const file = (label: string, work: () => void) => {
    const button = make("button", { type: "button", onclick: work }, label);
    button.setAttribute("aria-label", `${label}: ${sample.label}`);
    return button;
  };
  const frame = make("div", { className: "drawn", tabIndex: 0 }, parsed);
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", `${sample.label}, the picture`);
  return make(
    "section",
    { id: sample.name },
    make("h2", {}, sample.label),
    make("p", { className: "soft", dir: "auto" }, summary),
    frame,
    make(
      "div",
      { className: "files" },
      file("SVG", () => save(`${sample.name}.svg`, new Blob([svg], { type: "image/svg+xml" }))),
      file("PNG", () => void toPng(picture).then((png) => save(`${sample.name}.png`, png))),
      make("small", {}, sample.note ?? ""),
    ),
    make("details", {}, make("summary", {}, "The same as a table"), scroll),
  );
}

try {
  const [samples, plan] = await Promise.all([
    fetched("samples.json"),
    fetched("../plans/north-east-primary.json"),
    init(),
  ]);
  const all = [...(JSON.parse(samples) as Sample[]), ...ofPlan("north-east", plan)];
  const asked = new URLSearchParams(location.search);
  for (const name of ["theme", "direction", "width"]) field(name).value = asked.get(name) ?? field(name).value;
  const show = () => find("#pictures").replaceChildren(...all.map(shown));
  how.addEventListener("change", show);
  show();
  find("#pictures").dataset["drawn"] = "";
} catch (error) {
  const trouble = find("#trouble");
  trouble.textContent = `The pictures are not here today. ${(error as Error).message}`;
  trouble.hidden = false;
}
