import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const SRC = path.resolve(import.meta.dirname, "src");

export default defineConfig({
  base: "/static/desk/",
  plugins: [react()],
  resolve: { alias: { "@": SRC } },
  build: {
    manifest: true,
    // The content security policy knows no data: fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: path.join(SRC, "main.tsx"),
      output: {
        // Fonts keep their names: the public pages, which no bundler makes, use the same files.
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith(".woff2"))
            ? "fonts/[name][extname]"
            : "assets/[name]-[hash][extname]",
      },
    },
  },
  test: {
    environment: "jsdom",
    environmentOptions: { jsdom: { url: "http://localhost/desk/" } },
    setupFiles: [path.join(SRC, "testing/setup.ts")],
    testTimeout: 60_000,
    css: false,
  },
});
