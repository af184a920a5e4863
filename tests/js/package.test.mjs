/** The package as npm would send it. */
import assert from "node:assert/strict";
import { build, transform } from "esbuild";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const folder = fileURLToPath(new URL("../../pkg/", import.meta.url));
const manifest = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
const entries = Object.entries(manifest.exports);
const scripts = entries.filter(([, target]) => typeof target === "object");

test("every path of the exports map is in the package, and its types come first", () => {
  for (const [entry, target] of entries) {
    const paths = typeof target === "string" ? [target] : Object.values(target);
    for (const path of paths) assert.ok(existsSync(folder + path), `${entry}: ${path} was not built`);
    if (typeof target === "object") assert.equal(Object.keys(target)[0], "types", entry);
  }
});

test("every entry point can be imported on a server", async () => {
  for (const [entry] of scripts) await import(entry.replace(/^\./, "headwater"));
});

test("the tarball holds what the exports map names, the wasm once, and nothing that was not meant for it", () => {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const [{ files }] = JSON.parse(
    execFileSync(npm, ["pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel", "error"], {
      cwd: folder,
      encoding: "utf8",
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  const packed = files.map(({ path }) => path);
  for (const [entry, target] of entries) {
    for (const path of typeof target === "string" ? [target] : Object.values(target)) {
      assert.ok(packed.includes(path.replace(/^\.\//, "")), `${entry}: ${path} is not in the tarball`);
    }
  }
  assert.deepEqual(packed.filter((path) => path.endsWith(".wasm")), ["wasm/headwater_bg.wasm"]);
  const known = /^(package\.json|README\.md|CHANGELOG\.md|LICENSE-(MIT|APACHE)|custom-elements\.json|wasm\/headwater_bg\.wasm|(dist|locales|schema)\/.+)$/;
  assert.deepEqual(packed.filter((path) => !known.test(path)), []);
});

test("side effects are claimed for the modules that act when they are loaded, and for no others", () => {
  // They register elements, set the loader, or answer messages.
  const known = ["./elements", "./react", "./inline", "./worker-script"];
  const acting = scripts.flatMap(([entry, { types, default: script, ...others }]) => {
    return known.includes(entry) || entry.endsWith("/define") ? [script] : Object.values(others);
  });
  acting.push("./dist/classic.js", "./dist/amd.js");
  assert.deepEqual([...manifest.sideEffects].sort(), acting.sort());
});

test("a bundler keeps what the define modules do", async () => {
  for (const [entry] of scripts.filter(([entry]) => entry.endsWith("/define"))) {
    const { outputFiles } = await build({
      stdin: { contents: `import "${entry.replace(/^\./, "headwater")}";`, resolveDir: folder },
      bundle: true,
      format: "esm",
      write: false,
    });
    assert.match(outputFiles[0].text, /customElements/, entry);
  }
});

test("built scripts have no top-level await, no eval, and no address outside the package", async () => {
  for (const file of readdirSync(`${folder}dist`).filter((name) => name.endsWith(".js"))) {
    const text = readFileSync(`${folder}dist/${file}`, "utf8");
    // A classic script cannot hold a top-level await, so turning the module into one fails where there is one.
    await transform(text, { format: "iife", define: { "import.meta.url": "''" }, logLevel: "silent" });
    assert.doesNotMatch(text, /\beval\(|new Function\b/, file);
    // Vocabularies of SVG and HTML are names, not addresses.
    const addresses = [...text.matchAll(/https?:\/\/[^"'`\s)]+/g)].map(([url]) => url);
    assert.deepEqual(addresses.filter((url) => !url.startsWith("http://www.w3.org/")), [], file);
  }
});

test("the wasm names no folder of the machine it was built on", () => {
  const text = readFileSync(`${folder}wasm/headwater_bg.wasm`, "latin1");
  assert.doesNotMatch(text, /\.cargo[/\\]registry|[/\\](?:home|Users|root)[/\\]/);
});
