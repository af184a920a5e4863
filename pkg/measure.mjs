/**
 * Weighs the built package as a page would load it.
 *
 *     node pkg/measure.mjs core.wasm . ./elements/planner/define
 *
 * For each argument it prints the argument, a tab, and a number of bytes after brotli (quality 11): of the wasm file
 * for `core.wasm`; for an entry point of package.json, of every script that is loaded at the start, dependencies
 * included and bundled. Scripts that load later (`import()`) do not count.
 */
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const folder = fileURLToPath(new URL(".", import.meta.url));
const manifest = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));

const weigh = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

async function weighEntry(entry) {
  const target = manifest.exports[entry];
  if (!target?.default) throw new Error(`package.json exports no scripts as "${entry}".`);
  const { outputFiles, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: { entry: target.default },
    outdir: "weighed",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    conditions: ["production"],
    minify: true,
    legalComments: "none",
    metafile: true,
    write: false,
    logLevel: "warning",
  });
  const bytes = new Map(outputFiles.map((file) => [file.path, file.contents]));
  const loaded = new Set();
  const visit = (path) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const next of metafile.outputs[path].imports) {
      if (next.kind === "import-statement" && !next.external) visit(next.path);
    }
  };
  visit("weighed/entry.js");
  return [...loaded].reduce((sum, path) => sum + weigh(bytes.get(resolve(folder, path))), 0);
}

for (const item of process.argv.slice(2)) {
  const size = item === "core.wasm" ? weigh(readFileSync(`${folder}wasm/headwater_bg.wasm`)) : await weighEntry(item);
  console.log(`${item}\t${size}`);
}
