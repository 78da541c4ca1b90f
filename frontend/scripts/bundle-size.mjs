/** Prints what a first visit loads, gzipped, and fails above the budget of interface.md. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET_KB = 220;
const DIST = path.resolve(import.meta.dirname, "../dist");
const manifest = JSON.parse(readFileSync(path.join(DIST, ".vite/manifest.json"), "utf8"));

/** Kilobytes (1000 bytes) of one file after gzip. */
function gzippedKb(file) {
  return gzipSync(readFileSync(path.join(DIST, file)), { level: 9 }).length / 1000;
}

/** Every script that the browser must have before `key` runs. */
function scriptsOf(key, seen = new Set()) {
  const chunk = manifest[key];
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const below of chunk.imports ?? []) scriptsOf(below, seen);
  return seen;
}

const sum = (files) => [...files].reduce((total, file) => total + gzippedKb(file), 0);
const entry = sum(scriptsOf("src/main.tsx"));
console.log(`entry: ${entry.toFixed(1)} kB gzipped JavaScript (budget ${BUDGET_KB} kB)`);

let heaviest = entry;
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || !chunk.file.endsWith(".js")) continue;
  const whole = sum(scriptsOf(key, scriptsOf("src/main.tsx")));
  if (key.startsWith("src/features/")) heaviest = Math.max(heaviest, whole);
  console.log(`  with ${key}: ${whole.toFixed(1)} kB`);
}
if (heaviest > BUDGET_KB) {
  console.error(`A screen loads ${heaviest.toFixed(1)} kB, over the budget of ${BUDGET_KB} kB.`);
  process.exit(1);
}
