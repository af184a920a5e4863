/**
 * Opens the built portal in Chromium for a test, and watches what a page of ours must never do: break the policy,
 * ask another host, log an error.
 *
 *     const portal = await openPortal();
 *     const page = await portal.page("/");
 *     …
 *     portal.assertQuiet();
 *     await portal.close();
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { serve } from "../../www/serve.mjs";

const { args } = JSON.parse(readFileSync(new URL("../webdriver.json", import.meta.url), "utf8"))["goog:chromeOptions"];

/** The browser that `cargo xtask test` found, or the usual places. */
function executablePath() {
  const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const path = process.env.HEADWATER_CHROMIUM ?? usual.find((place) => existsSync(place));
  if (!path) throw new Error("Set HEADWATER_CHROMIUM to the path of Chromium or Chrome.");
  return path;
}

/** Options: `root`, a folder to serve instead of www/dist; `headers`, to add or to replace; `context`, for Playwright. */
export async function openPortal({ root, headers, context: contextOptions } = {}) {
  const server = await serve({ root, headers });
  const browser = await chromium.launch({ executablePath: executablePath(), args });
  const context = await browser.newContext(contextOptions);
  context.setDefaultTimeout(15_000);
  const troubles = [];

  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`);
    });
  });
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(server.url) && !url.startsWith("data:") && !url.startsWith("blob:")) troubles.push(`asked ${url}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} for ${response.url()}`);
  });
  context.on("weberror", (error) => troubles.push(`uncaught: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });

  return {
    url: server.url,
    browser,
    context,
    /** A new page at `path`, loaded. */
    async page(path = "/") {
      const page = await context.newPage();
      await page.goto(new URL(path, server.url).href, { waitUntil: "load" });
      return page;
    },
    /** Fails when any page so far broke the policy, asked another host, or logged an error. */
    assertQuiet() {
      assert.deepEqual(troubles, []);
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
