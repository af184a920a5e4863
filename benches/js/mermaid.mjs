/** Mermaid's fishbone (its `ishikawa` diagram) of the same causes, in Chromium, printed as the other figures are. */
import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

export async function mermaid({ problem, causes }) {
  const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const executablePath = process.env.HEADWATER_CHROMIUM ?? usual.find((path) => existsSync(path));
  if (!executablePath) return console.log("mermaid: no Chromium found; set HEADWATER_CHROMIUM to measure it");
  const under = (parent, depth) =>
    causes
      .filter((cause) => cause.parent === parent)
      .flatMap(({ id, text }) => [`${"  ".repeat(depth)}${text}`, ...under(id, depth + 1)]);
  const source = ["ishikawa-beta", `  ${problem}`, ...under(undefined, 2)].join("\n");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: readFileSync(new URL(import.meta.resolve("mermaid/dist/mermaid.min.js")), "utf8") });
    const took = await page.evaluate(async (text) => {
      globalThis.mermaid.initialize({ startOnLoad: false });
      const times = [];
      for (let i = 0; i < 12; i++) {
        const start = performance.now();
        await globalThis.mermaid.render(`m${i}`, text);
        times.push(performance.now() - start);
      }
      return times.slice(2).sort((a, b) => a - b);
    }, source);
    const [low, middle, high] = [took[2], took[5], took[7]].map((time) => Math.round(time * 1e6));
    console.log(`test pictures/mermaid, a fishbone of 200 causes ... bench: ${middle} ns/iter (+/- ${high - low})`);
  } finally {
    await browser.close();
  }
}
