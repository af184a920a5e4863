/** Pictures through the facade: the same bytes as in Rust, from a plan or from plain input, and refusals with a place. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { HeadwaterError, Plan, draw, drawBoard, drawDrivers, drawFunnel, drawPareto, drawRamp, drawSmallMultiples, drawWhys, init } from "headwater";

const file = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const samples = JSON.parse(file("../../www/public/gallery/samples.json"));

before(() => init());

test("every picture is, byte for byte, the one that Rust draws", () => {
  for (const { name, kind, input, options } of samples) {
    assert.equal(draw(kind, input, options).svg, file(`../fixtures/pictures/${name}.snap.svg`), name);
  }
});

test("every picture has a name, a sentence, an outline and a table", () => {
  for (const { name, kind, input, options } of samples) {
    const { title, summary, outline, table } = draw(kind, input, options);
    assert.ok(title && summary && outline[0].name, name);
    assert.ok(table.length > 1 && table.every((row) => row.length === table[0].length), name);
  }
});

test("a plan gives its pictures their input", () => {
  const plan = Plan.open(file("../../www/public/plans/north-east-primary.json"));
  const { drivers, ideas, cycles, causes } = plan.document();
  const shown = ({ svg }) => [...svg.matchAll(/data-entity="([^"]*)"/g)].map(([, id]) => id).sort();
  assert.deepEqual(shown(drawDrivers(plan.drivers())), [...Object.keys(drivers), ...Object.keys(ideas)].sort());
  assert.deepEqual(shown(drawWhys(plan.whys())), Object.keys(causes).sort());
  assert.deepEqual(shown(drawRamp(plan.ramp())), Object.keys(cycles).sort());
  const tested = Object.keys(cycles).filter((id) => cycles[id].idea === "one-page");
  assert.deepEqual(shown(drawBoard(plan.ramp("one-page"))), tested.sort());
  assert.equal(plan.ramp("one-page").title, ideas["one-page"].text);
  plan.dispose();
});

test("a value that the source hides is handed on as hidden", () => {
  const plan = Plan.create({ title: "t" });
  plan.edit({ type: "defineMeasure", id: "m", name: "Exclusions", kind: "outcome", direction: "decrease" });
  plan.edit({ type: "recordObservations", measure: "m", rows: [
    { date: "2026-01-01", value: 4 }, { date: "2026-02-01", value: null, suppressed: true }, { date: "2026-03-01", value: 5 },
  ] });
  const series = plan.series("m");
  assert.deepEqual(series.suppressed, [1]);
  assert.match(draw("chart", series).svg, /class="hw-hidden" data-index="1"/);
  plan.dispose();
});

test("what cannot be drawn is refused with its place", () => {
  const refused = (work, code, path) =>
    assert.throws(work, (error) => {
      assert.ok(error instanceof HeadwaterError);
      assert.deepEqual([error.code, error.path], [code, path]);
      return true;
    });
  refused(() => draw("pie", {}), "input/bad-field", "kind");
  refused(() => drawPareto({ bars: [{ text: "a", value: -1 }] }), "input/bad-number", "bars.0.value");
  refused(() => drawRamp({ cycles: [{ id: "a" }, { id: "a" }] }), "plan/duplicate-id", "cycles.1.id");
  refused(() => drawRamp({ cycles: [{ id: "a", colour: "red" }] }), "input/unknown-field", "cycles.0.colour");
  refused(() => drawDrivers({ drivers: [{ id: "a", kind: "secondary", serves: ["b"] }] }), "plan/unknown-id", "drivers.0.serves.0");
  refused(() => drawFunnel({ kind: "run", values: [1] }), "input/bad-field", "kind");
  refused(() => drawSmallMultiples({ charts: [{ kind: "run", values: [1], width: 3 }] }), "input/unknown-field", "charts.0.width");
  refused(() => draw("chart", { kind: "run", values: [1] }, { terms: [{ name: "Autumn" }] }), "input/bad-field", "options.terms.0.start");
});
