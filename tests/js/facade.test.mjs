import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Plan, init } from "headwater";

test("init starts the core in Node and says its version", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));
  assert.equal((await init()).version, version);
});

test("a wrong argument is refused with its place, and the core goes on", async () => {
  await init();
  const plan = Plan.create({ title: "Attendance" });
  assert.throws(() => Plan.create(), { code: "input/bad-field", path: "title" });
  assert.throws(() => Plan.create(null), { code: "input/bad-field", path: "title" });
  assert.throws(() => plan.series(), { code: "input/bad-field", path: "measure" });
  assert.throws(() => plan.series(5), { code: "input/bad-field", path: "measure" });
  assert.throws(() => plan.fishbone(null), { code: "input/bad-field", path: "problem" });
  assert.equal(plan.document().about.title, "Attendance");
});

test("an object nested beyond what JSON can write is refused as that", async () => {
  await init();
  const deep = {};
  let at = deep;
  for (let level = 0; level < 200_000; level++) at = at.within = {};
  assert.throws(() => Plan.open(deep), { code: "input/bad-field", message: /nested too deep/ });
});
