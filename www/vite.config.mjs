import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const { browserslist } = JSON.parse(readFileSync(new URL("../pkg/package.json", import.meta.url), "utf8"));

const page = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  base: "./",
  // Vite would copy the package into its cache, away from the wasm that lies beside it.
  optimizeDeps: { exclude: ["headwater"] },
  build: {
    target: browserslist.map((line) => line.replace(" ", "")),
    // The page's policy allows files of its own origin only: nothing is turned into a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: [page("index.html"), page("job/index.html"), page("numbers/index.html"), page("gallery/index.html")] },
  },
});
