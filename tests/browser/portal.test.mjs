import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPortal } from "./portal.mjs";

let portal;
before(async () => (portal = await openPortal()));
after(() => portal?.close());

test("the portal starts the core under the policy we ask of hosts, and asks no other host", async () => {
  const page = await portal.page("/");
  const wasm = await page.evaluate(() => {
    return performance.getEntriesByType("resource").filter(({ name }) => new URL(name).pathname.endsWith(".wasm")).length;
  });
  await page.waitForFunction(() => customElements.get("headwater-job-classifier"));
  await page.waitForFunction(() => {
    return performance.getEntriesByType("resource").some(({ name }) => new URL(name).pathname.endsWith(".wasm"));
  });
  await page.waitForLoadState("networkidle");
  assert.ok(wasm <= 1, "the core is loaded once");
  portal.assertQuiet();
});

test("the server sends the policy and the right types", async () => {
  const answer = await fetch(portal.url);
  assert.match(answer.headers.get("content-security-policy"), /script-src 'self' 'wasm-unsafe-eval'/);
  assert.match(answer.headers.get("content-type"), /^text\/html/);
});

test("the server keeps to its folder", async () => {
  for (const path of ["%2e%2e/serve.mjs", "..%2fserve.mjs", "%2e%2e%2fserve.mjs", "%00", "%ff", "nowhere.js"]) {
    const answer = await fetch(portal.url + path);
    assert.ok([400, 403, 404].includes(answer.status), `${path}: ${answer.status}`);
  }
});
