/**
 * Runs the samples of the README. Every fenced block whose language is `js` or `ts` runs as a module of its own
 * against the built package, with `assert` at hand; a block that cannot run alone says so with `js no-run`.
 */
import { transform } from "esbuild";
import { spawnSync } from "node:child_process";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, test } from "node:test";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
// Inside tests/, so that `headwater` resolves to the package of this repository.
const folder = mkdtempSync(fileURLToPath(new URL("./readme-", import.meta.url)));
after(() => rmSync(folder, { recursive: true, force: true }));

const samples = [...readme.matchAll(/^```(.*)\n([\s\S]*?)^```\s*$/gm)]
  .map((match) => ({
    language: match[1].trim(),
    code: match[2],
    line: readme.slice(0, match.index).split("\n").length + 1,
  }))
  .filter(({ language }) => language === "js" || language === "ts");

test("the README has samples that run", () => assert.notEqual(samples.length, 0));

for (const { language, code, line } of samples) {
  test(`README.md, line ${line}`, async () => {
    const file = join(folder, `line-${line}.mjs`);
    const assertion = /^import assert\b/m.test(code) ? "" : 'import assert from "node:assert/strict";\n';
    const { code: script } = await transform(assertion + code, { loader: language, format: "esm", target: "node20" });
    writeFileSync(file, script);
    const { status, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8", timeout: 60_000 });
    assert.equal(status, 0, stderr);
  });
}
