/**
 * Opens the HTML samples of the README in Chromium, straight from the built package: an import map stands in for the
 * host's bundler. Every fenced block whose language is `html` is a page of its own; a block that cannot run alone says
 * so with `html no-run`.
 */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { openPortal } from "./portal.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");
const folder = "tests/browser/output/readme";

const imports = { lit: "/node_modules/lit/index.js", "lit/": "/node_modules/lit/" };
for (const name of ["lit-html", "lit-element", "@lit/reactive-element"]) {
  const main = name.split("/").pop();
  imports[name] = `/node_modules/${name}/${main}.js`;
  imports[`${name}/`] = `/node_modules/${name}/`;
}
for (const [entry, target] of Object.entries(JSON.parse(readFileSync(`${root}pkg/package.json`, "utf8")).exports)) {
  if (typeof target === "object") imports[entry.replace(/^\./, "headwater")] = target.default.replace(/^\./, "/pkg");
}

const samples = [...readme.matchAll(/^```html[ \t]*\n([\s\S]*?)^```\s*$/gm)].map((match) => ({
  code: match[1],
  line: readme.slice(0, match.index).split("\n").length + 1,
}));

let portal;
before(async () => {
  mkdirSync(root + folder, { recursive: true });
  // Samples hold their script in the page, which our own policy forbids.
  portal = await openPortal({ root, headers: { "Content-Security-Policy": null } });
});
after(async () => {
  await portal?.close();
  rmSync(root + folder, { recursive: true, force: true });
});

test("the README has HTML samples that run", () => assert.notEqual(samples.length, 0));

for (const { code, line } of samples) {
  test(`README.md, line ${line}`, async () => {
    const map = `<link rel="icon" href="data:,"><script type="importmap">${JSON.stringify({ imports })}</script>`;
    writeFileSync(`${root}${folder}/line-${line}.html`, `<!doctype html><meta charset="utf-8">${map}\n${code}`);
    const page = await portal.page(`/${folder}/line-${line}.html`);
    const names = [...new Set([...code.matchAll(/<(headwater-[\w-]+)/g)].map(([, name]) => name))];
    for (const name of names) await page.waitForFunction((tag) => customElements.get(tag), name);
    await page.waitForLoadState("networkidle");
    portal.assertQuiet();
  });
}
