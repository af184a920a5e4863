/**
 * Pictures through wasm, from the input as JavaScript has it to the finished SVG, and two peers in the same run: dagre
 * lays the same graph out (it neither measures nor breaks text, nor draws), and mermaid draws a fishbone of one level
 * of the same causes. Mermaid needs a browser, so that part runs in Chromium where there is one.
 */
import dagre from "@dagrejs/dagre";
import { drawChart, drawDrivers, drawFishbone, drawWhys, init } from "headwater";
import { measure, noise } from "./measure.mjs";

await init();

const words = "Bus late slip call home first day cover Friday shift form list office route pass door nurse note".split(" ");
const chance = noise(4_000);
let at = 0;
const pick = (count) => Math.floor(Math.abs(chance[at++ % chance.length] * 9_973)) % count;
const label = () => Array.from({ length: 3 + pick(6) }, () => words[pick(words.length)]).join(" ");

const fishbone = {
  problem: label(),
  causes: Array.from({ length: 200 }, (_, i) => ({
    id: `c${i}`,
    text: label(),
    status: ["suspected", "supported", "refuted", "root"][pick(4)],
    ...(i > 7 && { parent: `c${pick(Math.min(i, 60))}` }),
  })),
};
/** 200 nodes: the aim, 9 primary drivers, 60 secondary ones that serve one or two, 130 ideas. */
const some = (prefix, count) => [...new Set(Array.from({ length: 1 + pick(2) }, () => `${prefix}${pick(count)}`))];
const drivers = {
  aim: label(),
  drivers: [
    ...Array.from({ length: 9 }, (_, i) => ({ id: `p${i}`, kind: "primary", text: label() })),
    ...Array.from({ length: 60 }, (_, i) => ({ id: `s${i}`, kind: "secondary", text: label(), serves: some("p", 9) })),
  ],
  ideas: Array.from({ length: 130 }, (_, i) => ({ id: `i${i}`, text: label(), serves: some("s", 60) })),
};
const chart = {
  kind: "run",
  values: [...noise(1_000)],
  dates: Array.from({ length: 1_000 }, (_, i) => new Date(Date.UTC(2005, 0, 3 + i * 7)).toISOString().slice(0, 10)),
};
const wide = { width: 1_200 };

/** The same graph for dagre, in columns as ours, with the sizes that our boxes have. */
function graph() {
  const graph = new dagre.graphlib.Graph().setGraph({ rankdir: "LR", nodesep: 14, ranksep: 72 });
  graph.setDefaultEdgeLabel(() => ({}));
  const add = (id) => graph.setNode(id, { width: 240, height: 40 });
  add("aim");
  for (const { id } of [...drivers.drivers, ...drivers.ideas]) add(id);
  for (const { id, kind } of drivers.drivers) if (kind === "primary") graph.setEdge("aim", id);
  for (const { id, serves = [] } of [...drivers.drivers, ...drivers.ideas]) for (const over of serves) graph.setEdge(over, id);
  return graph;
}

await measure("pictures", {
  "a fishbone of 200 causes": () => drawFishbone(fishbone, wide),
  "whys of 200 causes": () => drawWhys(fishbone, wide),
  "a driver diagram of 200 nodes": () => drawDrivers(drivers, wide),
  "dagre, layout of the same 200 nodes": () => dagre.layout(graph()),
  "a run chart of 1,000 points": () => drawChart(chart, wide),
});

/** Pairs of links between two neighbouring columns whose ends are in opposite order. */
const crossings = (links) => {
  let count = 0;
  links.forEach(([a, b, c, d], i) => {
    for (const [e, f, g, h] of links.slice(i + 1)) if (a === e && c === g && (b - f) * (d - h) < 0) count++;
  });
  return count;
};
const { svg } = drawDrivers(drivers, wide);
const path = /class="hw-links">\s*<path d="([^"]*)"/.exec(svg)?.[1] ?? "";
const ours = [...path.matchAll(/L([\d.]+) ([\d.]+)C[\d.]+ [\d.]+ [\d.]+ [\d.]+ ([\d.]+) ([\d.]+)/g)];
const laid = graph();
dagre.layout(laid);
const theirs = laid.edges().map(({ v, w }) => [laid.node(v).x, laid.node(v).y, laid.node(w).x, laid.node(w).y]);
console.log(`crossings of links: ${crossings(ours.map((link) => link.slice(1).map(Number)))} here, ${crossings(theirs)} in dagre`);

await import("./mermaid.mjs").then(({ mermaid }) => mermaid(fishbone));
