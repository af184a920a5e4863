/**
 * Builds pkg/dist from pkg/src: one flat folder of ES modules, and the declarations under dist/types.
 *
 * The exports map of package.json is the only list of entry points. For each one, the path of its `types` names the
 * source (`dist/types/a/b.d.ts` comes from `src/a/b.ts`) and its other conditions name the scripts to write.
 * All entries are built together with shared chunks, so that an element and the facade use one and the same core.
 * An entry that another one imports stays a file of its own under its own name: were it moved into a chunk, then what
 * it does when it is loaded would no longer be covered by `sideEffects` of package.json, and bundlers would drop it.
 */
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const manifest = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));

/** `{ "elements-planner": "src/elements/planner/index.ts", … }` */
function entries() {
  const found = {};
  for (const target of Object.values(manifest.exports)) {
    if (typeof target === "string" || !target.types) continue;
    const source = target.types.replace(/^\.\/dist\/types\//, "src/").replace(/\.d\.ts$/, ".ts");
    for (const [condition, script] of Object.entries(target)) {
      if (condition === "types") continue;
      const flat = /^\.\/dist\/([\w-]+)\.js$/.exec(script);
      // The wasm is found relative to the script, so a script in a deeper folder would look in the wrong place.
      if (!flat) throw new Error(`package.json exports ${script}: scripts sit flat in dist, with the ending .js.`);
      found[flat[1]] = condition === "default" ? source : source.replace(/\.ts$/, `.${condition}.ts`);
    }
  }
  return found;
}

const entryPoints = { ...entries(), twin: "wasm/twin/headwater.js" };
const scriptOf = new Map(Object.entries(entryPoints).map(([script, source]) => [resolve(folder, source), `./${script}.js`]));

/** Leaves imports of entries as imports of the files that they become. */
const entriesStayApart = {
  name: "entries-stay-apart",
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
      if (kind === "entry-point") return undefined;
      const target = resolve(resolveDir, path);
      const script = scriptOf.get(target.replace(/\.js$/, ".ts")) ?? scriptOf.get(target);
      return script && { path: script, external: true };
    });
  },
};

/**
 * The build's name: a checksum of the wasm, which the wasm and the scripts both carry (the wasm in a section that
 * engines pass over), so that files of two builds refuse each other.
 */
function nameBuild() {
  const file = `${folder}wasm/headwater_bg.wasm`;
  const found = readFileSync(file);
  const marker = Buffer.concat([Buffer.from([9]), Buffer.from("headwater")]);
  const at = found.lastIndexOf(marker);
  const bare = at > 0 && at + marker.length + 16 === found.length ? found.subarray(0, at - 2) : found;
  const name = createHash("sha256").update(bare).digest("hex").slice(0, 16);
  const content = Buffer.concat([marker, Buffer.from(name)]);
  writeFileSync(file, Buffer.concat([bare, Buffer.from([0, content.length]), content]));
  return name;
}

/** The bytes of the core, for the entry that carries them. */
const coreInside = {
  name: "core-inside",
  setup(build) {
    build.onResolve({ filter: /^headwater:bytes$/ }, () => ({ path: `${folder}wasm/headwater_bg.wasm`, namespace: "bytes" }));
    build.onLoad({ filter: /./, namespace: "bytes" }, ({ path }) => ({ contents: readFileSync(path), loader: "binary" }));
  },
};

rmSync(`${folder}dist`, { recursive: true, force: true });

const { dependencies = {}, peerDependencies = {} } = manifest;
const elsewhere = Object.keys({ ...dependencies, ...peerDependencies });
const shared = {
  absWorkingDir: folder,
  bundle: true,
  minify: true,
  legalComments: "none",
  // The floor is stated once, under `browserslist` in package.json.
  target: manifest.browserslist.map((line) => line.replace(" ", "")),
  define: { __HEADWATER_VERSION__: JSON.stringify(manifest.version), __HEADWATER_BUILD__: JSON.stringify(nameBuild()) },
  logLevel: "warning",
};

await build({
  ...shared,
  entryPoints,
  plugins: [entriesStayApart, coreInside],
  outdir: "dist",
  chunkNames: "chunk-[hash]",
  format: "esm",
  splitting: true,
  // The host's bundler sees what we depend on, and Node modules stay Node's.
  external: [...elsewhere, ...elsewhere.map((name) => `${name}/*`), "node:*"],
});

// One script for pages without modules, and the same for AMD loaders. The twin stays a file of its own beside them.
const twinApart = {
  name: "twin-apart",
  setup(build) {
    build.onResolve({ filter: /twin\/headwater\.js$/ }, () => ({ path: "./twin.js", external: true }));
  },
};
const script = 'document.currentScript?document.currentScript.src:location.href';
for (const [name, ending] of [
  ["classic", "globalThis.Headwater=Headwater.default;"],
  ["amd", "define([],function(){return Headwater.default});"],
]) {
  await build({
    ...shared,
    entryPoints: { [name]: "src/classic.ts" },
    // Everything that acts is wanted here, whatever bundlers of the package may leave out.
    ignoreAnnotations: true,
    plugins: [twinApart],
    outdir: "dist",
    format: "iife",
    globalName: "Headwater",
    banner: { js: `(function(){"use strict";var headwaterScript=${script};` },
    footer: { js: `${ending}})();` },
    define: { ...shared.define, "import.meta.url": "headwaterScript" },
  });
}

// Bundlers copy the wasm once for each place that names it: two places would ship it twice.
const naming = readdirSync(`${folder}dist`).filter((file) => {
  return file.endsWith(".js") && !["classic.js", "amd.js"].includes(file) && /new URL\([^)]*headwater_bg\.wasm/.test(readFileSync(`${folder}dist/${file}`, "utf8"));
});
const times = naming.map((file) => readFileSync(`${folder}dist/${file}`, "utf8").split("headwater_bg.wasm").length - 1);
const web = naming.length === 1 && times[0] === 1;
if (!web) {
  throw new Error(`The built scripts name headwater_bg.wasm ${naming.length} times (${naming.join(", ")}); it must be once, in pkg/src/load.ts.`);
}

const typescript = createRequire(import.meta.url).resolve("typescript/bin/tsc");
try {
  execFileSync(process.execPath, [typescript, "-p", folder], { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
} catch (error) {
  process.stderr.write(error.stdout ?? "");
  process.exit(1);
}
