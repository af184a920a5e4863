// esbuild copies no file that a script names by `new URL`: the host copies the wasm to where the script looks for it.
import { build } from "esbuild";
import { cpSync } from "node:fs";

await build({ entryPoints: ["main.js"], bundle: true, splitting: true, format: "esm", outdir: "dist/js", minify: process.argv.includes("--minify") });
cpSync("node_modules/headwater/wasm", "dist/wasm", { recursive: true });
