import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Plan, fromSignal, init } from "headwater";

before(() => init());

const begun = () => {
  const plan = Plan.create({ title: "Attendance" });
  plan.edit({ type: "addStakeholder", id: "s1", name: "Bus depot" });
  return plan;
};

test("a plan keeps a history from the first note on, and it can be left out of what is saved", () => {
  const plan = begun();
  assert.equal(plan.document().history, undefined);
  plan.edit({ type: "stateProblem", id: "p1", statement: "Late buses" }, { by: "A. Reyes", at: "2026-09-14T08:30Z", why: "From the gate" });
  plan.undo({ by: "B. Ito" });
  plan.redo();
  const act = { of: ["problems/p1"], touched: 1 };
  assert.deepEqual(plan.document().history, [
    { ...act, edit: "stateProblem", by: "A. Reyes", at: "2026-09-14T08:30Z", why: "From the gate" },
    { ...act, edit: "undo", by: "B. Ito" },
    { ...act, edit: "redo" },
  ]);
  assert.equal("history" in JSON.parse(plan.save({ history: false })), false);
  const opened = Plan.open(plan.save());
  assert.equal(opened.save(), plan.save());
  opened.dispose();
  plan.dispose();
});

test("a note that cannot be read is refused with its place, and the edit is not made", () => {
  const plan = begun();
  const edit = { type: "stateProblem", id: "p1", statement: "Late buses" };
  assert.throws(() => plan.edit(edit, { who: "A. Reyes" }), { code: "input/unknown-field", path: "note.who" });
  assert.throws(() => plan.edit(edit, { at: "today" }), { code: "input/bad-date", path: "note.at" });
  assert.throws(() => plan.edit(edit, null), { code: "input/bad-field", path: "note" });
  assert.throws(() => plan.undo("me"), { code: "input/bad-field", path: "note" });
  assert.deepEqual(plan.document().problems, {});
  plan.dispose();
});

test("every owner is assigned by one edit, and taken back by undo", () => {
  const plan = begun();
  plan.edit({ type: "addDriver", id: "d1", kind: "primary", text: "Every pupil can arrive on time" });
  const { put } = plan.edit({ type: "assignOwner", table: "drivers", id: "d1", owner: "Bus depot" });
  assert.equal(put[0].value.owner, "Bus depot");
  plan.undo();
  assert.equal(plan.document().drivers.d1.owner, undefined);
  plan.dispose();
});

test("each Job has its own steps, and what is next comes with its reason and its entity", () => {
  const plan = begun();
  plan.edit({ type: "chooseJob", job: "coordinate" });
  const fields = { statement: "61 of 412 miss a day in ten", who: "Grade 7", where: "Riverbend", howMuch: "61 of 412", sinceWhen: "May" };
  plan.edit({ type: "stateProblem", id: "p1", ...fields });
  plan.edit({ type: "addStakeholder", id: "s2", name: "Front office", owns: "Calls" });
  const { steps, next } = plan.pathway();
  assert.deepEqual(steps.map(({ id }) => id), [
    "story", "problem", "people", "case", "causes", "aim", "ideas", "measures", "charter", "cycles", "learned",
  ]);
  assert.equal(steps[2].tool, "stakeholders");
  assert.equal(next.step, "people");
  assert.deepEqual(next.of, { table: "stakeholders", id: "s1" });
  assert.equal(next.message.args.name, "Bus depot");
  assert.equal(next.why, steps[2].why);
  plan.dispose();
});

test("another Job is offered with its evidence until it is set aside", () => {
  const plan = begun();
  plan.edit({ type: "chooseJob", job: "correct" });
  plan.edit({ type: "stateProblem", id: "p1", statement: "Late buses" });
  plan.edit({ type: "proposeCause", id: "c1", problem: "p1", text: "The depot sets the run", reach: "others" });
  assert.equal(plan.pathway().switch, null);
  plan.edit({ type: "testCause", id: "c1", result: "supported", evidence: "Its rota" });
  const offer = plan.pathway().switch;
  assert.deepEqual([offer.to, offer.evidence], ["coordinate", [{ table: "causes", id: "c1" }]]);
  const of = { table: "about", id: "about" };
  plan.edit({ type: "dismissFinding", id: "f1", rule: offer.rule, of, reason: "The depot is ours now" });
  assert.equal(plan.pathway().switch, null);
  plan.dispose();
});

test("what a system noticed becomes edits that a plan takes, and a single pupil is refused", () => {
  const record = { kind: "attendance-dip", id: "sis-7", group: "Grade 7", size: 412, affected: 61, values: [{ date: "2026-09-14", value: 92.1 }] };
  const edits = fromSignal(record);
  const plan = Plan.create({ title: "From a signal" });
  for (const edit of edits) plan.edit(edit);
  const { causes, observations } = plan.document();
  assert.ok(Object.values(causes).every(({ question, status }) => question && status === "suspected"));
  assert.equal(Object.keys(observations).length, 1);
  assert.throws(() => fromSignal({ ...record, size: 1 }), { code: "signal/too-few", path: "size" });
  assert.throws(() => fromSignal({ ...record, studentId: "S-1041" }), { code: "input/unknown-field" });
  plan.dispose();
});
