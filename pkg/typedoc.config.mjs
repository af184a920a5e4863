import { OptionDefaults } from "typedoc";

export default {
  name: "headwater",
  entryPoints: ["src/index.ts", "src/elements/index.ts"],
  tsconfig: "tsconfig.json",
  readme: "../README.md",
  // What a custom element offers, in the words of the custom-elements manifest.
  blockTags: [...OptionDefaults.blockTags, "@attr", "@cssproperty", "@cssstate", "@csspart", "@fires", "@slot", "@tag"],
  excludeExternals: true,
  excludePrivate: true,
  excludeInternal: true,
  treatWarningsAsErrors: true,
  disableGit: true,
  sourceLinkTemplate: "{path}:{line}",
};
