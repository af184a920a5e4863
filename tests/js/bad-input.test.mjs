/** What a host may pass by mistake or by malice: a coded error that names the place, and the plan as it was. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { HeadwaterError, Plan, drawChart, drawFishbone, init, readChart, readCsv, readJob } from "headwater";

test("before init every function says what to do first", async () => {
  for (const call of [() => readJob({}), () => readChart({ kind: "run", values: [] }), () => Plan.create({ title: "x" })]) {
    assert.throws(call, { name: "HeadwaterError", code: "engine/not-initialised", message: /Await init\(\)/ });
  }
  await init();
});

/** Refused with this code at this place. */
const refused = (call, code, path = "") => assert.throws(call, (error) => {
  assert.ok(error instanceof HeadwaterError && error instanceof Error);
  assert.deepEqual([error.code, error.path], [code, path]);
  assert.ok(error.message.length > 10);
  return true;
});

const deep = (levels) => JSON.parse("[".repeat(levels) + "]".repeat(levels));
const loop = {};
loop.self = loop;

test("a story of a million characters is refused with its length", () => {
  refused(() => readJob({ statement: "a".repeat(1_000_000) }), "input/text-too-long", "statement");
});

test("half of a character is refused with its place", () => {
  refused(() => readJob({ statement: "late \ud83d buses" }), "input/lone-surrogate", "statement");
  refused(() => drawChart({ kind: "run", values: [1] }, { width: NaN }), "input/bad-number", "width");
  refused(() => readChart({ kind: "run", values: [1, 2], target: Infinity }), "input/bad-number", "target");
  refused(() => drawChart({ kind: "run", values: [1] }, { idPrefix: "a b" }), "input/bad-field", "options.idPrefix");
  refused(() => drawFishbone({ problem: "p", causes: [{ id: "a", text: "\udc00" }] }), "input/lone-surrogate", "causes.0.text");
  refused(() => readCsv("date,value\n2026-09-14,\ud800"), "input/lone-surrogate");
  assert.equal(readJob({ statement: "a backslash and u: \\ud83d, and a whole one: 🚌" }).abstained?.reason === "no-input", false);
});

test("what is not an object of the right shape is refused with its place", () => {
  refused(() => readJob(), "input/bad-field");
  refused(() => readJob(loop), "input/bad-field");
  refused(() => readJob({ statement: 7 }), "input/bad-field", "statement");
  refused(() => readJob({ statment: "" }), "input/unknown-field", "statment");
  refused(() => readJob({ answers: { unit: "own" } }), "input/bad-field", "answers.unit");
  refused(() => readChart({ kind: "pie", values: [] }), "chart/unknown-kind", "kind");
  refused(() => readChart({ kind: "run", values: [1, "2"] }), "input/bad-field", "values.1");
  refused(() => readChart({ kind: "run", values: [1], dates: ["14/9/2026"] }), "input/bad-date", "dates.0");
  refused(() => readChart({ kind: "run", values: [1, 2], dates: ["2026-09-14"] }), "chart/length-mismatch", "dates");
  refused(() => drawChart({ kind: "run", values: [1] }, { width: 10 }), "input/bad-number", "options.width");
  refused(() => drawFishbone({ problem: "p", causes: [{ id: "a", text: "x", parent: "b" }] }), "plan/unknown-id", "causes.0.parent");
  refused(() => readCsv("", {}), "csv/empty");
  refused(() => readCsv("Week,Attendance\n"), "csv/empty");
  refused(() => readCsv(7), "input/bad-field");
  refused(() => readCsv("PK\u0003\u0004\u0000\u0000"), "csv/broken");
});

test("a typed array is a list of numbers, and NaN is missing", () => {
  const { points } = readChart({ kind: "run", values: new Float64Array([1, NaN, 3]) });
  assert.deepEqual(points.map(({ value }) => value), [1, null, 3]);
});

test("a file from elsewhere is refused, and what is open stays as it was", () => {
  refused(() => Plan.open("not json"), "json/invalid");
  refused(() => Plan.open("{}"), "plan/not-a-plan", "format");
  refused(() => Plan.open(deep(100_000 / 50)), "json/invalid");
  refused(() => Plan.open("[".repeat(1_000_000)), "json/invalid");
  refused(() => Plan.open({ format: "headwater-plan", schema: 99 }), "plan/newer-schema", "schema");
  refused(() => Plan.open({ format: "headwater-plan", schema: 1, about: { title: "x" }, causes: { a: { text: 7 } } }), "input/bad-field", "causes.a.text");

  const plan = Plan.create({ title: "Attendance" });
  const before = plan.save();
  for (const edit of [undefined, null, 7, [], {}, loop, { type: "__proto__" }, { type: "stateProblem", id: "__proto__", statement: "x" }, deep(1000)]) {
    assert.throws(() => plan.edit(edit), HeadwaterError);
  }
  assert.equal(plan.save(), before);
  assert.equal(plan.canUndo, false);
});

test("hostile text stays text in every picture and report", () => {
  const hostile = `<script>alert(1)</script> <img src=x onerror=alert(1)> ]]> & " ' \u0000\u202e [x](javascript:1)`;
  const plan = Plan.create({ title: hostile });
  plan.edit({ type: "stateProblem", id: "p", statement: hostile });
  plan.edit({ type: "proposeCause", id: "c", problem: "p", text: hostile });
  const { svg } = drawFishbone(plan.fishbone());
  const chart = drawChart({ kind: "run", values: [1, 2, 3], title: hostile, unit: hostile.slice(0, 30) }).svg;
  for (const picture of [svg, chart]) assert.doesNotMatch(picture, /<script|<img|<[^>]*\son\w+=|\u0000/);
  assert.doesNotMatch(plan.markdown(), /<script|<img/);
  assert.equal(Plan.open(plan.save()).document().about.title, hostile);
});

test("a plan that was disposed of says so, and disposing twice does no harm", () => {
  const plan = Plan.create({ title: "Attendance" });
  plan.dispose();
  plan.dispose();
  refused(() => plan.save(), "engine/disposed");
  refused(() => plan.edit({ type: "chooseJob", job: "correct" }), "engine/disposed");
});
