/** Readings through the facade against those of two established packages; see tests/fixtures/spc/README.md. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as headwater from "headwater";
import { score } from "../fixtures/spc/score.mjs";

await headwater.init();

const read = (file) => JSON.parse(readFileSync(new URL(`../fixtures/spc/${file}`, import.meta.url), "utf8"));

for (const name of ["qicharts2", "nhsrplotthedots"]) {
  test(`readings through the facade agree with ${name}`, () => {
    const { scored, wrong } = score(headwater, read(`${name}-sample.json`).cases);
    assert.deepEqual(wrong, []);
    assert.ok(scored >= 25, `only ${scored} cases were scored`);
  });

  test(`readings through the facade agree with the formulas of ${name} written a second time`, () => {
    const { scored, wrong } = score(headwater, read("derived.json")[name]);
    assert.deepEqual(wrong, []);
    assert.ok(scored >= 25, `only ${scored} cases were scored`);
  });
}
