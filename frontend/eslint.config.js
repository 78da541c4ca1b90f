import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";

/** Rooms are named by `@/room`, never reached by `../`, so that the rule below sees every road. */
const NO_WAY_AROUND = { group: ["../*", "../**"], message: "Name the room: @/room/file." };

/** The rule of `architecture.md`: routes > features > (api, anchoring, components) > model. */
function forbid(files, rooms, message) {
  const group = rooms.flatMap((room) => [`@/${room}`, `@/${room}/**`]);
  const patterns = [{ group, message }, NO_WAY_AROUND];
  return { files, rules: { "no-restricted-imports": ["error", { patterns }] } };
}

const ABOVE = "A lower room never imports from a higher one (architecture.md).";
const SCREENS = ["articles", "queue", "workbench", "dashboard", "notifications"];

export default ts.config(
  { ignores: ["dist", "coverage", "src/api/schema.d.ts"] },
  js.configs.recommended,
  ...ts.configs.strict,
  jsxA11y.flatConfigs.recommended,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: { globals: { window: "readonly", document: "readonly" } },
    rules: {
      eqeqeq: "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
    },
  },
  { files: ["src/**"], rules: { "no-restricted-imports": ["error", { patterns: [NO_WAY_AROUND] }] } },
  forbid(["src/model/**"], ["api", "anchoring", "components", "features", "routes"], ABOVE),
  forbid(["src/anchoring/**"], ["api", "components", "features", "routes", "i18n"], ABOVE),
  forbid(["src/components/**", "src/keyboard/**"], ["api", "features", "routes"], ABOVE),
  forbid(["src/api/**"], ["anchoring", "components", "features", "routes"], ABOVE),
  ...SCREENS.map((screen) =>
    forbid(
      [`src/features/${screen}/**`],
      ["routes", ...SCREENS.filter((other) => other !== screen).map((o) => `features/${o}`)],
      "Features never import each other, nor the routes (architecture.md).",
    ),
  ),
  {
    files: ["scripts/**", "*.config.*"],
    languageOptions: { globals: { process: "readonly", console: "readonly" } },
  },
  { files: ["**/*.test.*", "src/testing/**"], rules: { "max-lines": "off" } },
);
