/** The facade in Node: the same, with a loader that reads the file. */
import { useLoader } from "./engine.js";
import { loadFromFile } from "./load.node.js";

export * from "./index.js";

useLoader(loadFromFile);
