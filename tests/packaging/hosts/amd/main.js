// As Moodle does it: modules by name, one `require` to begin. RequireJS passes over callbacks that are `async`.
requirejs.config({ paths: { headwater: "/node_modules/headwater/dist/amd" } });
require(["headwater"], (headwater) => {
  import("/page.js").then(({ run }) => run(headwater));
});
