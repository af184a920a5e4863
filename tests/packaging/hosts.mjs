/**
 * The hosts that the package claims: how each one builds, and how its page is served. `packaging.test.mjs` runs them,
 * and the table in the README is written from what they did.
 *
 * A way is one run of a host: `run` lists commands, `root` the folder that is then served. `dev` starts the host's own
 * server instead and waits for its address.
 */
const node = (...words) => [process.execPath, ...words];
const bin = (name) => `node_modules/${name}`;
const vite = [
  { name: "development", dev: node(bin("vite/bin/vite.js"), "--host", "127.0.0.1", "--port", "0") },
  { name: "production", run: [node(bin("vite/bin/vite.js"), "build", "--logLevel", "warn")], root: "dist" },
];
const SERVED = { "Content-Security-Policy": "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'" };
const INLINE_SCRIPTS = { "Content-Security-Policy": "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'" };
/** Kolibri's own policy: WebAssembly is refused. */
const NO_WASM = { "Content-Security-Policy": "script-src 'self' blob: 'unsafe-inline'; style-src 'self'; connect-src 'self'" };

export const HOSTS = [
  { name: "Node, import", folder: "node", ways: [{ name: "run", output: node("esm.mjs") }] },
  { name: "Node, require", folder: "node", ways: [{ name: "run", output: node("require.cjs") }] },
  { name: "Node, worker thread", folder: "node", ways: [{ name: "run", output: node("thread.mjs") }] },
  { name: "Vite", folder: "vite", headers: SERVED, ways: vite },
  {
    name: "webpack",
    folder: "webpack",
    headers: SERVED,
    ways: ["development", "production"].map((mode) => ({
      name: mode,
      run: [node(bin("webpack-cli/bin/cli.js"), "--mode", mode, "--devtool", "false")],
      root: "dist",
      copy: ["index.html"],
    })),
  },
  {
    name: "Rollup",
    folder: "rollup",
    headers: SERVED,
    ways: [{ name: "production", run: [node(bin("rollup/dist/bin/rollup"), "-c", "--silent")], root: "dist", copy: ["index.html"] }],
  },
  {
    name: "esbuild",
    folder: "esbuild",
    headers: SERVED,
    ways: [
      { name: "development", run: [node("build.mjs")], root: "dist", copy: ["index.html"] },
      { name: "production", run: [node("build.mjs", "--minify")], root: "dist", copy: ["index.html"] },
    ],
  },
  {
    name: "Parcel",
    folder: "parcel",
    headers: SERVED,
    ways: [{ name: "production", run: [node(bin("parcel/lib/bin.js"), "build", "--no-source-maps", "--no-cache")], root: "dist" }],
  },
  {
    name: "Next.js",
    folder: "next",
    headers: INLINE_SCRIPTS,
    ways: [
      { name: "development", dev: node(bin("next/dist/bin/next"), "dev", "--hostname", "127.0.0.1", "--port", "0") },
      { name: "production", run: [node(bin("next/dist/bin/next"), "build")], root: "dist" },
    ],
  },
  { name: "React", folder: "react", headers: SERVED, ways: vite },
  { name: "Vue", folder: "vue", headers: SERVED, ways: vite },
  { name: "Svelte", folder: "svelte", headers: SERVED, ways: vite },
  { name: "Import map, no build", folder: "import-map", headers: INLINE_SCRIPTS, ways: [{ name: "page", root: "." }] },
  { name: "Classic script", folder: "classic", headers: INLINE_SCRIPTS, ways: [{ name: "page", root: "." }] },
  { name: "AMD (RequireJS)", folder: "amd", headers: SERVED, ways: [{ name: "page", root: "." }] },
  { name: "No WebAssembly, modules", folder: "vite", headers: NO_WASM, engine: "js", ways: [vite[1]] },
  { name: "No WebAssembly, classic", folder: "classic", headers: NO_WASM, engine: "js", ways: [{ name: "page", root: "." }] },
];
