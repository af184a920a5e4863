/**
 * The packed tarball in every host that it claims: installed, built, and the main job run in it. The saved plan must be
 * the same to the byte everywhere.
 *
 *     node --test tests/packaging/packaging.test.mjs
 *
 * The packages of the hosts are installed once into the user's cache folder and used again until a host's
 * package.json changes. HOST=<part of a name> runs some of them.
 */
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openPortal } from "../browser/portal.mjs";
import { HOSTS } from "./hosts.mjs";

const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "headwater", "hosts");
const chosen = HOSTS.filter(({ name }) => name.toLowerCase().includes((process.env.HOST ?? "").toLowerCase()));

let tarball;
let expected;
const results = [];

before(async () => {
  const folder = join(tmpdir(), `headwater-pack-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const { stdout } = await run(npm, ["pack", "--json", "--ignore-scripts", "--loglevel", "error", "--pack-destination", folder], {
    cwd: join(here, "../../pkg"),
  });
  tarball = join(folder, JSON.parse(stdout)[0].filename);
  const { mainJob } = await import("./main-job.js");
  expected = await mainJob(await import("headwater"));
});

after(() => {
  if (tarball) rmSync(join(tarball, ".."), { recursive: true, force: true });
  // The README's table is written from this by `cargo xtask test`.
  if (!process.env.HOST) writeFileSync(join(here, "../../target/hosts.json"), JSON.stringify(results));
});

/** The host's folder with its packages, and the tarball unpacked as npm would. */
async function install(folder) {
  const source = join(here, "hosts", folder);
  const manifest = readFileSync(join(source, "package.json"), "utf8");
  const place = join(cache, `${folder}-${createHash("sha256").update(manifest).digest("hex").slice(0, 12)}`);
  if (!existsSync(join(place, "installed"))) {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "package.json"), manifest);
    await run(npm, ["install", "--no-audit", "--no-fund", "--loglevel", "error", "--save=false"], { cwd: place });
    writeFileSync(join(place, "installed"), "");
  }
  // A run of its own beside others that share the packages.
  for (const file of readdirSync(place)) {
    if (!["node_modules", "installed", "package-lock.json"].includes(file)) rmSync(join(place, file), { recursive: true });
  }
  cpSync(source, place, { recursive: true });
  for (const file of ["main-job.js", "page.js"]) cpSync(join(here, file), join(place, file));
  await run(npm, ["install", "--no-audit", "--no-fund", "--loglevel", "error", "--save=false", "--prefer-offline", tarball], { cwd: place });
  return place;
}

const environment = { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };

/** Starts a host's own server, waits for its address, and gives a way to end it. */
async function develop([program, ...words], cwd) {
  const child = spawn(program, words, { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const url = await new Promise((found, fail) => {
    const read = (data) => {
      said += data;
      const address = /http:\/\/127\.0\.0\.1:(?!0\b)\d+\/?/.exec(said);
      if (address) found(address[0]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", () => fail(new Error(`the server ended: ${said}`)));
  });
  return { url, end: () => new Promise((done) => child.once("exit", done) && child.kill()) };
}

/** What the page left for us. */
async function resultOf(page) {
  await page.waitForFunction(() => document.documentElement.dataset.result, undefined, { timeout: 60_000 });
  return JSON.parse(await page.evaluate(() => document.documentElement.dataset.result));
}

function agrees(result, engine = "wasm") {
  assert.deepEqual(result, { ...expected, engine });
}

for (const { name, folder, ways, headers, engine } of chosen) {
  test(name, async (context) => {
    const place = await install(folder);
    for (const way of ways) {
      await context.test(way.name, async () => {
        if (way.output) {
          const { stdout } = await run(way.output[0], way.output.slice(1), { cwd: place, env: environment });
          agrees(JSON.parse(stdout), engine);
        } else if (way.dev) {
          const server = await develop(way.dev, place);
          const portal = await openPortal({ root: place });
          try {
            const page = await portal.context.newPage();
            await page.goto(server.url);
            agrees(await resultOf(page), engine);
          } finally {
            await portal.close();
            await server.end();
          }
        } else {
          for (const [program, ...words] of way.run ?? []) await run(program, words, { cwd: place, env: environment });
          const root = join(place, way.root);
          for (const file of way.copy ?? []) cpSync(join(place, file), join(root, file));
          const portal = await openPortal({ root, headers });
          try {
            const page = await portal.page("/");
            agrees(await resultOf(page), engine);
            if (!engine) portal.assertQuiet();
          } finally {
            await portal.close();
          }
        }
        results.push({ host: name, way: way.name });
      });
    }
  });
}
