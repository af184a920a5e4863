import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { Plan, init, readChart, readCsv, readJob } from "headwater";
import { edits, workedPlan } from "../../www/scripts/worked-plan.mjs";

const file = (path) => readFileSync(new URL(`../../www/public/${path}`, import.meta.url), "utf8");

before(() => init());

test("the worked plan of the portal is what its script makes, byte for byte", async () => {
  assert.equal(file("plans/north-east-primary.json"), await workedPlan());
});

test("the story of the worked plan leans to the Job it is filed under, and the answer to the question it raises settles it", () => {
  const { story } = edits().find(({ type }) => type === "tellStory");
  const { outcome, next } = readJob({ statement: story });
  assert.deepEqual([outcome, next.axis], ["coordinate", "reach"]);
  assert.equal(readJob({ statement: story, answers: { reach: "others" } }).job, "coordinate");
});

// Reckoned apart from the core: the median of the 48 published weeks, and their runs, counted by a script of a few lines.
test("the weeks of the North East read as they were counted by hand", () => {
  const { rows } = readCsv(file("data/north-east-primary-absence.csv"), {
    dateColumn: "week_commencing",
    valueColumn: "absence_percent",
  });
  const values = rows.map(({ value }) => value);
  assert.equal(values.length, 48);

  const whole = readChart({ kind: "run", values }).phases[0];
  assert.ok(Math.abs(whole.centre - 5.283) < 1e-9);
  assert.deepEqual([whole.longestRun, whole.longestRunLimit, whole.crossings, whole.crossingsLimit], [9, 9, 16, 18]);
  assert.equal(whole.runsSignal, true);

  const later = readChart({ kind: "run", values, baseline: 28 }).signals.find(({ rule }) => rule === "longest-run");
  assert.deepEqual([later.start, later.end, later.side, later.found], [28, 37, "below", 10]);
});

test("the chart of the worked plan has its baseline and the two cycles that have run", () => {
  const plan = Plan.open(file("plans/north-east-primary.json"));
  const input = plan.series("weekly-absence");
  assert.equal(input.baseline, 28);
  assert.deepEqual(input.cycles.map(({ decision }) => decision), ["adapt", "adopt"]);
  plan.dispose();
});
