/**
 * The facade with the core inside the script: nothing is fetched beside it, not even the wasm. Import it before the
 * elements, and they use it too. The script is larger than the two files by about a third.
 *
 * @module
 */
import { useLoader } from "./engine.js";
import { loadFromScript } from "./load.inline.js";

export * from "./index.js";

useLoader(loadFromScript);
