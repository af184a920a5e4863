import { resolve } from "node:path";

export default { entry: "./main.js", output: { path: resolve("dist"), filename: "main.js", publicPath: "/" }, performance: { hints: false }, devtool: false };
