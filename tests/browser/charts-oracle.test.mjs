/** Readings in Chromium against those of two established packages; see tests/fixtures/spc/README.md. */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { openPortal } from "./portal.mjs";

let portal;
before(async () => {
  const headers = { "Content-Security-Policy": null };
  portal = await openPortal({ root: fileURLToPath(new URL("../../", import.meta.url)), headers });
});
after(() => portal?.close());

for (const name of ["qicharts2", "nhsrplotthedots"]) {
  test(`readings in the browser agree with ${name}`, async () => {
    const page = await portal.page("/tests/fixtures/spc/page.html");
    const { scored, wrong } = await page.evaluate(async (name) => {
      const headwater = await import("/pkg/dist/index.js");
      const { score } = await import("/tests/fixtures/spc/score.mjs");
      await headwater.init();
      const { cases } = await (await fetch(`/tests/fixtures/spc/${name}-sample.json`)).json();
      return score(headwater, cases);
    }, name);
    assert.deepEqual(wrong, []);
    assert.ok(scored >= 25, `only ${scored} cases were scored`);
    portal.assertQuiet();
  });
}
