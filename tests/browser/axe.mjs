/** What axe-core has to say about a page, shadow trees included. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails when axe finds anything in `page`, by WCAG 2.0 to 2.2 A and AA and its best practices. */
export async function assertAccessible(page) {
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await globalThis.axe.run(document, { runOnly: tags, preload: false });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(" ")} — ${node.failureSummary}`));
  });
  assert.deepEqual(found, []);
}

/** Fails when the page is wider than its window. */
export async function assertNoSidewaysScroll(page) {
  const [page_, window_] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(page_ <= window_, `the page is ${page_} px wide in a window of ${window_} px`);
}
