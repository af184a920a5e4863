import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { Plan, init } from "headwater";
import { workedPlan } from "../../www/scripts/worked-plan.mjs";

const schema = createRequire(import.meta.url)("headwater/schema/plan.json");
const valid = new Ajv({ strict: true, allErrors: true, validateFormats: false }).compile(schema);
const full = () => JSON.parse(readFileSync(new URL("../fixtures/plans/schema-1.json", import.meta.url), "utf8"));

before(() => init());

function assertValid(document) {
  assert.ok(valid(document), JSON.stringify(valid.errors, null, 1));
}

test("plans that were saved are valid: new, worked, and with everything in it", async () => {
  assertValid(Plan.create({ title: "Attendance" }).document());
  assertValid(JSON.parse(await workedPlan()));
  assertValid(full());
});

test("fields that nothing knows are valid, as they are kept", () => {
  const document = full();
  document.causes.c1.colour = { warm: true };
  document.sketches = [1];
  assertValid(document);
});

/** What is done to a document, so that it is none any more. */
const mutilations = {
  "another format": (plan) => (plan.format = "sketch"),
  "another version": (plan) => (plan.schema = 2),
  "no title": (plan) => delete plan.about.title,
  "a blank title": (plan) => (plan.about.title = " "),
  "a title that is too long": (plan) => (plan.about.title = "x".repeat(301)),
  "a Job that is none": (plan) => (plan.about.job = "wander"),
  "a list for a table": (plan) => (plan.causes = []),
  "an id that is none": (plan) => (plan.causes["no good"] = plan.causes.c1),
  "a cause without its problem": (plan) => delete plan.causes.c1.problem,
  "a status that is none": (plan) => (plan.causes.c1.status = "certain"),
  "a place that is a text": (plan) => (plan.causes.c1.position = "first"),
  "a test without evidence": (plan) => delete plan.causes.c1.tests[0].evidence,
  "a date in another form": (plan) => (plan.cycles.y1.started = "5 October 2026"),
  "a prediction that is a text": (plan) => (plan.cycles.y1.predictions = ["fewer"]),
  "two decisions": (plan) => (plan.cycles.y1.decision = [plan.cycles.y1.decision, plan.cycles.y1.decision]),
  "half a person": (plan) => (plan.cycles.y2.size = 0.5),
  "an observation without a day": (plan) => delete plan.observations["m1@2026-09-14"].date,
  "a driver named twice": (plan) => (plan.drivers.d2.serves = ["d1", "d1"]),
  "a baseline without a reason": (plan) => delete plan.measures.m1.baseline.reason,
  "a dismissal of nothing": (plan) => delete plan.dismissals.f1.of,
  "an action for a table that is none": (plan) => (plan.actions.t1.for.table = "sketches"),
  "a history that is no list": (plan) => (plan.history = {}),
};

for (const [what, mutilate] of Object.entries(mutilations)) {
  test(`${what} is not valid, is not opened, and is mended where it is ours`, () => {
    const document = full();
    mutilate(document);
    assert.equal(valid(document), false);
    assert.throws(() => Plan.open(document), { name: "HeadwaterError" });
    if (document.format !== "headwater-plan" || document.schema !== 1) return;
    const { plan, repairs } = Plan.reconcile(document);
    assert.ok(repairs.length > 0);
    for (const { code, path, message } of repairs) assert.ok(code && path && message.key && message.text);
    assertValid(plan.document());
    plan.dispose();
  });
}

test("a whole plan comes back byte for byte, with its digest, and without repairs", () => {
  const text = JSON.stringify(full());
  const { plan, repairs } = Plan.reconcile(text);
  assert.deepEqual(repairs, []);
  assert.equal(plan.save(), Plan.open(text).save());
  assert.equal(plan.digest(), Plan.open(plan.save({ history: false })).digest());
  assert.match(plan.digest(), /^[0-9a-f]{16}$/);
  plan.dispose();
});

test("a merged document that is no plan of ours is refused with a code", () => {
  assert.throws(() => Plan.reconcile("{"), { code: "json/invalid" });
  assert.throws(() => Plan.reconcile({}), { code: "plan/not-a-plan" });
  assert.throws(() => Plan.reconcile({ ...full(), schema: 99 }), { code: "plan/newer-schema" });
  assert.throws(() => Plan.reconcile(undefined), { code: "input/bad-field" });
});
