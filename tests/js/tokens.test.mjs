import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("../../pkg/src/elements/tokens.ts", import.meta.url))],
  bundle: true,
  format: "esm",
  platform: "node",
  write: false,
});
const { light, dark } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(a, b) {
  const [less, more] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (more + 0.05) / (less + 0.05);
}

test("the contrast of black and white is 21, and of a colour with itself 1", () => {
  assert.equal(Math.round(contrast("#000000", "#ffffff")), 21);
  assert.equal(contrast("#75838f", "#75838f"), 1);
});

/** What is read stands at 4.5:1 on every ground it can stand on; what must be seen, at 3:1. */
const read = ["ink", "muted", "accent", "attention", "good", "refused"];
const seen = ["edge", "focus"];
const grounds = ["paper", "wash", "accent-wash"];

for (const [theme, palette] of Object.entries({ light, dark })) {
  test(`every pair of colours that can meet in the ${theme} theme can be told apart`, () => {
    const poor = [];
    const check = (front, ground, least) => {
      const found = contrast(palette[front], palette[ground]);
      if (found < least) poor.push(`${front} on ${ground}: ${found.toFixed(2)}, needs ${least}`);
    };
    for (const ground of grounds) {
      for (const front of read) check(front, ground, 4.5);
      for (const front of seen) check(front, ground, 3);
    }
    check("on-accent", "accent", 4.5);
    assert.deepEqual(poor, []);
  });
}
