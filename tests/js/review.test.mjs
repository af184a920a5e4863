import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { Plan, init } from "headwater";
import { fresnoPlan } from "../../www/scripts/fresno-plan.mjs";

const FRESNO = readFileSync(new URL("../../www/public/plans/fresno-applications.json", import.meta.url), "utf8");

before(() => init());

test("the published case in the portal is what its script makes, byte for byte", async () => {
  assert.equal(FRESNO, await fresnoPlan());
});

test("a finding names its rule and its field, and what it says is filled in", () => {
  const plan = Plan.create({ title: "Attendance" });
  assert.deepEqual(plan.findings(), []);
  plan.edit({ type: "stateProblem", id: "p1", statement: "Pupils are absent", who: "Grade 7" });
  plan.edit({ type: "proposeCause", id: "c1", problem: "p1", text: "Parents don’t respond to letters" });
  const [finding, ...others] = plan.findings();
  assert.deepEqual(
    [finding.rule, finding.severity, finding.table, finding.id, finding.field, finding.fix, finding.dismissed],
    ["cause/blames-people", "major", "causes", "c1", "text", null, null],
  );
  assert.equal(finding.message.key, "review-cause-blames-people");
  assert.deepEqual(finding.message.args, { group: "parents" });
  assert.match(finding.message.text, /^This ends at a group of people: parents\./);
  assert.deepEqual(others.map(({ rule, field }) => [rule, field]), [["problem/incomplete", "where"]]);
  plan.dispose();
});

test("a fix is an edit that takes its finding away, and it can be undone", () => {
  const plan = Plan.create({ title: "Attendance" });
  plan.edit({ type: "stateProblem", id: "p1", statement: "Pupils are absent", who: "Grade 7" });
  plan.edit({ type: "setAim", id: "a1", problem: "p1", statement: "Absence falls below 5 %" });
  const ofPopulation = () => plan.findings().find(({ rule }) => rule === "aim/no-population");
  plan.edit(ofPopulation().fix);
  assert.equal(ofPopulation(), undefined);
  assert.equal(plan.document().aims.a1.population, "Grade 7");
  plan.undo();
  assert.equal(ofPopulation().field, "population");
  plan.dispose();
});

test("a finding is dismissed with a reason that is kept in the saved plan", () => {
  const plan = Plan.open(FRESNO);
  plan.edit({
    type: "dismissFinding",
    id: "no-date",
    rule: "aim/no-deadline",
    of: { table: "aims", id: "aim" },
    reason: "None was published.",
  });
  const again = Plan.open(plan.save());
  const reasons = Object.fromEntries(again.findings().map(({ rule, dismissed }) => [rule, dismissed]));
  assert.equal(reasons["aim/no-deadline"], "None was published.");
  assert.equal(reasons["aim/no-target"], null);
  plan.dispose();
  again.dispose();
});

test("a disposed plan is not reviewed", () => {
  const plan = Plan.create({ title: "Attendance" });
  plan.dispose();
  assert.throws(() => plan.findings(), { code: "engine/disposed" });
});
