/** The facade in Node: the same, with a loader that reads the file. */
export * from "./index.js";
import { useLoader } from "./engine.js";
import { loadFromFile } from "./load.node.js";

useLoader(loadFromFile);
