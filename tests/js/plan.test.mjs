import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Plan, init } from "headwater";

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
