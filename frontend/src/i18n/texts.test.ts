import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import en from "./en.json";
import it from "./it.json";

const SRC = path.resolve(import.meta.dirname, "..");
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Texts = { [key: string]: string | Texts };

/** All keys of a file of texts, with their texts. */
function flat(texts: Texts, above = ""): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === "string") all.set(above + key, value);
    else for (const [below, text] of flat(value, `${above}${key}.`)) all.set(below, text);
  }
  return all;
}

const ITALIAN = flat(it);
const ENGLISH = flat(en);
const bare = (texts: Map<string, string>) =>
  new Set([...texts.keys()].map((key) => key.replace(PLURAL, "")));

function sources(folder = SRC): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
}

/** Keys as the sources use them: whole, or with a part that is filled in ("*"). */
function usedKeys(): string[] {
  const calls = sources().flatMap((code) => [
    ...code.matchAll(/\bt\(\s*(?:[^()"`]*\? )?["`]([^"`]+)["`]/g),
    ...code.matchAll(/\bt\([^()]*?: ["`]([a-zA-Z]+\.[^"`]+)["`]/g),
  ]);
  return [...new Set(calls.map((call) => (call[1] ?? "").replace(/\$\{[^}]*\}/g, "*")))];
}

test("both languages have the same keys, plural forms aside", () => {
  expect([...bare(ENGLISH)].sort()).toEqual([...bare(ITALIAN)].sort());
});

test("no text is empty", () => {
  for (const [key, text] of [...ITALIAN, ...ENGLISH]) expect(text.trim(), key).not.toBe("");
});

test("both languages fill in the same values", () => {
  const values = (text = "") => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();
  for (const [key, text] of ENGLISH) {
    if (PLURAL.test(key)) continue;
    expect(values(ITALIAN.get(key)), key).toEqual(values(text));
  }
});

test("every plural has the forms that its language needs", () => {
  for (const [language, texts] of [["it", ITALIAN], ["en", ENGLISH]] as const) {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = new Set([...texts.keys()].filter((k) => PLURAL.test(k)).map((k) => k.replace(PLURAL, "")));
    for (const key of plurals) {
      for (const form of forms) expect(texts.has(`${key}_${form}`), `${language} ${key}_${form}`).toBe(true);
    }
  }
});

test("no key that the sources use is missing", () => {
  const used = usedKeys();
  expect(used.length).toBeGreaterThan(200);
  const known = [...bare(ENGLISH)];
  for (const key of used) {
    const pattern = new RegExp(`^${key.replaceAll(".", "\\.").replaceAll("*", "[^.]+")}$`);
    expect(known.some((other) => pattern.test(other)), key).toBe(true);
  }
});
