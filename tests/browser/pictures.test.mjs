/** Pictures in the page: walked by keyboard, moved by keyboard and by hand, taken along as files. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertAccessible } from "./axe.mjs";
import { openPortal } from "./portal.mjs";

let portal;
before(async () => {
  portal = await openPortal({ context: { viewport: { width: 1280, height: 900 } } });
});
after(() => portal?.close());

const planner = (page) => page.locator("#worked-planner");
const item = (page, id) => planner(page).locator(`.fishbone [data-entity="${id}"]`);
const focused = (page) =>
  page.evaluate(() => document.querySelector("#worked-planner").shadowRoot.activeElement?.getAttribute("data-entity"));
const causes = (page) => page.evaluate(() => document.querySelector("#worked-planner").document.causes);

async function openCauses() {
  const page = await portal.page("/");
  await page.waitForFunction(() => document.querySelector("#worked-planner")?.document);
  await page.evaluate(() => {
    const element = document.querySelector("#worked-planner");
    element.readonly = false;
    element.step = "causes";
  });
  await planner(page).locator(".fishbone svg .hw-target").first().waitFor({ state: "attached" });
  return page;
}

test("arrow keys follow the structure, Enter opens, and the focus is seen", async () => {
  const page = await openCauses();
  await item(page, "second-day").focus();
  await page.keyboard.press("ArrowRight");
  const child = await focused(page);
  assert.equal((await causes(page))[child].parent, "second-day");
  await page.keyboard.press("ArrowDown");
  assert.equal((await causes(page))[await focused(page)].parent, "second-day", "a sibling has the same parent");
  const ring = await item(page, await focused(page)).locator(".hw-target").evaluate((rect) => getComputedStyle(rect).stroke);
  assert.notEqual(ring, "none");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await focused(page), "second-day");
  await page.keyboard.press("Enter");
  await planner(page).locator('[data-cause="second-day"] > [aria-expanded="true"]').waitFor();
  await page.close();
});

test("every target is large enough for a finger, and the tree is told to assistive technology", async () => {
  const page = await openCauses();
  const sizes = await planner(page).locator(".fishbone .hw-target").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  assert.ok(sizes.length >= 8);
  for (const { width, height } of sizes) assert.ok(width >= 23.9 && height >= 23.9, `${width} by ${height}`);
  const item = planner(page).getByRole("treeitem", { name: /^The poster|^The list/ }).first();
  assert.equal(await item.getAttribute("aria-level"), "2");
  assert.equal(await planner(page).locator(".fishbone [tabindex='0']").count(), 1, "one stop for the Tab key");
  await assertAccessible(page);
  await page.close();
});

test("a cause is carried under another one by keyboard, and dragged there by hand", async () => {
  const page = await openCauses();
  await item(page, "buses").focus();
  await page.keyboard.press("m");
  await page.keyboard.press("Home");
  const home = await focused(page);
  await page.keyboard.press("Escape");
  assert.equal((await causes(page)).buses.parent, undefined, "Escape leaves it where it was");

  await item(page, "buses").focus();
  await page.keyboard.press("m");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  assert.equal((await causes(page)).buses.parent, home);

  await item(page, "holidays").locator("text").scrollIntoViewIfNeeded();
  const from = await item(page, "holidays").locator("text").boundingBox();
  const to = await item(page, "early-help").locator("text").boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
  assert.equal((await causes(page)).holidays.parent, "early-help");
  await page.close();
});

test("what moved is seen to move, and for those who want no motion it is simply there", async () => {
  for (const reducedMotion of ["no-preference", "reduce"]) {
    const page = await openCauses();
    await page.emulateMedia({ reducedMotion });
    await page.evaluate(() => {
      window.moved = 0;
      const animate = Element.prototype.animate;
      Element.prototype.animate = function (...args) {
        if (this.localName === "g") window.moved++;
        return animate.apply(this, args);
      };
      const element = document.querySelector("#worked-planner");
      element.plan.edit({ type: "moveCause", id: "form", parent: "second-day" });
      element.refresh();
    });
    await page.waitForTimeout(300);
    const moved = await page.evaluate(() => window.moved);
    assert.equal(moved > 0, reducedMotion === "no-preference", `${reducedMotion}: ${moved}`);
    await page.close();
  }
});

test("the whys show the same causes", async () => {
  const page = await openCauses();
  await planner(page).getByRole("button", { name: "Whys" }).click();
  const shown = await planner(page).locator(".fishbone [data-entity]").evaluateAll((all) => all.map((one) => one.dataset.entity));
  assert.deepEqual(shown.sort(), Object.keys(await causes(page)).sort());
  await page.close();
});

test("the gallery draws everything in every theme, without a word to another host", async () => {
  for (const how of ["theme=light&width=340", "theme=dark&direction=rtl", "theme=contrast&width=1100", "theme=print"]) {
    const page = await portal.page(`/gallery/?${how}`);
    await page.locator("#pictures[data-drawn]").waitFor({ state: "attached" });
    assert.ok((await page.locator("#pictures svg").count()) >= 18);
    const outside = await page.locator("#pictures svg").evaluateAll((pictures) =>
      pictures.flatMap((svg) => {
        const { width, height } = svg.viewBox.baseVal;
        return [...svg.querySelectorAll("text")]
          .map((text) => ({ box: text.getBBox(), words: text.textContent }))
          .filter(({ box }) => box.x < -1 || box.y < -1 || box.x + box.width > width + 1 || box.y + box.height > height + 1)
          .map(({ words }) => words);
      }),
    );
    assert.deepEqual(outside, [], "letters as this browser sets them stay on the canvas");
    await assertAccessible(page);
    await page.close();
  }
  portal.assertQuiet();
});

test("labels that try to be more stay text, and copied lines keep their spaces", async () => {
  const page = await portal.page("/gallery/");
  await page.locator("#pictures[data-drawn]").waitFor({ state: "attached" });
  assert.equal(await page.locator("#hostile :is(script, img, a, foreignObject)").count(), 0);
  for (const direction of ["ltr", "rtl"]) {
    await page.locator("#how [name=direction]").selectOption(direction);
    const copied = await page.evaluate(() => {
      getSelection().selectAllChildren(document.querySelector("#fishbone .hw-problem text"));
      return getSelection().toString();
    });
    assert.equal(copied.replace(/\s+/g, " ").trim(), "61 of 412 students miss more than 10% of days", direction);
  }
  await page.close();
});

test("a PNG carries its title and description, and so does an SVG", async () => {
  const page = await portal.page("/gallery/");
  await page.locator("#pictures[data-drawn]").waitFor({ state: "attached" });
  const saved = async (name) => {
    const waiting = page.waitForEvent("download");
    await page.locator("#drivers").getByRole("button", { name }).click();
    return readFile(await (await waiting).path());
  };
  const png = await saved(/^PNG/);
  assert.deepEqual([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join(""), "PNG");
  assert.ok(png.includes("iTXtTitle\0\0\0\0\0Drivers: Students who miss"));
  assert.ok(png.includes("iTXtDescription\0\0\0\0\0A driver diagram with 3 primary"));
  assert.equal(png.readUInt32BE(16), 1520, "two pixels for each of 760");
  const whole = await page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
    return image.width;
  }, [...png]);
  assert.equal(whole, 1520);
  const svg = (await saved(/^SVG/)).toString();
  assert.match(svg, /<title[^>]*>Drivers: .*<desc[^>]*>A driver diagram/s);
  const drawnInRust = await readFile(new URL("../fixtures/pictures/drivers.snap.svg", import.meta.url), "utf8");
  assert.equal(svg.replaceAll("drivers-", "headwater-"), drawnInRust, "the same bytes in the browser");
  await page.close();
});
