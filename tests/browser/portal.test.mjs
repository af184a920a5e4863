import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { assertAccessible, assertNoSidewaysScroll } from "./axe.mjs";
import { openPortal } from "./portal.mjs";

const PAGES = ["/", "/job/", "/numbers/"];
const WORKED = readFileSync(new URL("../../www/public/plans/north-east-primary.json", import.meta.url), "utf8");

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

/** The home page with both plans on it: the visitor's may be changed once it is there. */
async function home(address = "/") {
  const page = await portal.page(address);
  await ready(page);
  return page;
}
const ready = (page) =>
  page.waitForFunction(() => {
    const [own, worked] = [document.querySelector("#planner"), document.querySelector("#worked-planner")];
    return own?.plan && !own.readonly && worked?.document?.about.level === "network";
  });

const own = (page) => page.evaluate(() => document.querySelector("#planner").document);
const rename = (page, title) => page.evaluate((title) => {
  const element = document.querySelector("#planner");
  const change = element.plan.edit({ type: "describe", title });
  element.refresh();
  element.dispatchEvent(new CustomEvent("headwater-change", { detail: { change, document: element.plan.document() }, bubbles: true }));
}, title);
const giveFile = (page, name, text) =>
  page.locator("#file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });

test("the worked plan comes first, with its forty-eight weeks, and the page says what the chart cannot show", async () => {
  const page = await home();
  await page.getByRole("tab", { name: "A worked plan", selected: true }).waitFor();
  const { about, observations } = await page.evaluate(() => document.querySelector("#worked-planner").document);
  assert.equal(about.job, "coordinate");
  assert.equal(Object.keys(observations).length, 48);
  await page.getByText("the chart cannot show that these cycles caused it").waitFor();
  await page.getByText("Contains public sector information licensed under the Open Government Licence v3.0").waitFor();
  portal.assertQuiet();
  await page.close();
});

test("the published case opens beside the worked plan, with its sources named", async () => {
  const page = await home();
  await page.getByRole("tab", { name: "A published case" }).click();
  await page.locator("#published").getByText("ABC30 Fresno").first().waitFor();
  await page.waitForFunction(() => document.querySelector("#published-planner").document?.about.level === "district");
  const { observations } = await page.evaluate(() => document.querySelector("#published-planner").document);
  assert.deepEqual(Object.values(observations).map(({ value }) => value), [382, 578]);
  assert.equal(await page.locator("#published-trouble").isHidden(), true);
  await assertAccessible(page);
  portal.assertQuiet();
  await page.close();
});

test("the visitor's plan is kept in the browser, over a reload, and starting over can be taken back", async () => {
  const page = await home("/#yours");
  await rename(page, "Attendance at Riverbend Middle");
  await page.reload();
  await ready(page);
  assert.equal((await own(page)).about.title, "Attendance at Riverbend Middle");

  await page.getByRole("button", { name: "Start over" }).click();
  assert.notEqual((await own(page)).about.title, "Attendance at Riverbend Middle");
  await rename(page, "A second plan");
  await page.getByRole("button", { name: "Bring the earlier plan back" }).click();
  assert.equal((await own(page)).about.title, "Attendance at Riverbend Middle");
  await page.getByRole("button", { name: "Bring the earlier plan back" }).click();
  assert.equal((await own(page)).about.title, "A second plan", "what was begun between is not lost either");
  await page.getByRole("button", { name: "Bring the earlier plan back" }).click();
  await page.evaluate(() => localStorage.clear());
  await page.close();
});

test("a file that is no plan, or a newer one, is refused in plain words, and the plan stays as it was", async () => {
  const page = await home("/#yours");
  await rename(page, "Mine");
  const before = await own(page);
  const refused = [
    ["broken.json", "{", /not valid JSON/],
    ["picture.json", "[]", /./],
    ["other.json", `{"format":"other"}`, /not a Headwater plan/],
    ["newer.json", `{"format":"headwater-plan","schema":99,"about":{"title":"t"}}`, /newer version/],
  ];
  for (const [name, text, reason] of refused) {
    await giveFile(page, name, text);
    const trouble = page.locator("#trouble", { hasText: name });
    await trouble.waitFor();
    assert.match(await trouble.textContent(), reason);
    assert.match(await trouble.textContent(), /Your plan is as it was\./);
    assert.deepEqual(await own(page), before);
  }
  await giveFile(page, "north-east.json", WORKED);
  await page.waitForFunction(() => document.querySelector("#planner").document.about.level === "network");
  assert.equal(await page.locator("#trouble").isHidden(), true);
  portal.assertQuiet();
  await page.evaluate(() => localStorage.clear());
  await page.close();
});

test("markup in a plan file is shown as text", async () => {
  const page = await home("/#yours");
  const plan = JSON.parse(WORKED);
  const markup = `<img src=x onerror="globalThis.broken=1">`;
  plan.about.title = markup;
  for (const table of ["problems", "causes", "ideas", "cycles", "drivers"]) {
    for (const entity of Object.values(plan[table])) {
      for (const field of ["statement", "text", "title", "objective"]) if (field in entity) entity[field] = markup;
    }
  }
  await giveFile(page, "hostile.json", JSON.stringify(plan));
  await page.waitForFunction((title) => document.querySelector("#planner").document.about.title === title, markup);
  for (const step of ["problem", "causes", "aim", "ideas", "cycles", "learned"]) {
    await page.evaluate((step) => ((document.querySelector("#planner").step = step), document.querySelector("#planner").updateComplete), step);
    const found = await page.evaluate(() => {
      return [document.querySelector("#planner").shadowRoot.querySelectorAll("img, [onerror]").length, globalThis.broken ?? 0];
    });
    assert.deepEqual(found, [0, 0], step);
  }
  portal.assertQuiet();
  await page.evaluate(() => localStorage.clear());
  await page.close();
});

test("a story told on the page of beginnings becomes a plan of one's own", async () => {
  const page = await portal.page("/job/");
  await page.getByRole("button", { name: "Read this story: an attendance lead" }).click();
  await page.getByRole("button", { name: "Go on with Coordinate" }).click();
  await page.getByRole("button", { name: "Start your plan from this story" }).click();
  await page.waitForURL(/#yours$/);
  await ready(page);
  const { about } = await own(page);
  assert.equal(about.job, "coordinate");
  assert.match(about.story, /^Buses reach us/);
  await page.getByRole("tab", { name: "Your own plan", selected: true }).waitFor();
  portal.assertQuiet();
  await page.evaluate(() => localStorage.clear());
  await page.close();
});

test("the stories to try are read as what they were written for", async () => {
  const page = await portal.page("/job/");
  const expected = [
    ["a middle-school principal", "correct"],
    ["an attendance lead", "coordinate"],
    ["a new superintendent", "reorient"],
    ["a director of student services", null],
    ["a principal with a deadline", null],
  ];
  for (const [who, job] of expected) {
    await page.getByRole("button", { name: `Read this story: ${who}` }).click();
    const read = await page.evaluate(async () => {
      const classifier = document.querySelector("#classifier");
      await classifier.updateComplete;
      return classifier.value.reading.job;
    });
    assert.equal(read, job, who);
  }
  await page.close();
});

test("the page about the numbers says what the rules find, and draws it", async () => {
  const page = await portal.page("/numbers/");
  await page.locator("#all-chart svg").waitFor();
  await page.locator("#baseline-chart svg").waitFor();
  assert.equal(await page.locator("#weeks tbody tr").count(), 10);
  assert.match(await page.locator("#all-more").textContent(), /\b16 times/);
  assert.match(await page.locator("#baseline-more").textContent(), /\b10 values in a row/);
  portal.assertQuiet();
  await page.close();
});

for (const colorScheme of ["light", "dark"]) {
  for (const path of [...PAGES, "/#yours"]) {
    test(`axe finds nothing on ${path} in ${colorScheme}`, async () => {
      const page = path.startsWith("/#") || path === "/" ? await home(path) : await portal.page(path);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.waitForLoadState("networkidle");
      await assertAccessible(page);
      portal.assertQuiet();
      await page.close();
    });
  }
}

test("every page fits a window of 320 px, from left to right and from right to left", async () => {
  for (const path of PAGES) {
    const page = await portal.page(path);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.waitForLoadState("networkidle");
    await assertNoSidewaysScroll(page);
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    await assertNoSidewaysScroll(page);
    await page.close();
  }
});
