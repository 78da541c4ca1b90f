import { expect, test } from "vitest";
import { wordsAfter, wordsBefore } from "./surroundings";

test.each([
  ["eno posti, contratti più corti « ", "…posti, contratti più corti « "],
  ["Il sindaco ", "Il sindaco "],
  ["", ""],
  ["abcdefghijklmnopqrstuvwxyzabcdefgh", "…abcdefghijklmnopqrstuvwxyzabcdefgh"],
])("before: %s", (prefix, shown) => {
  expect(wordsBefore(prefix)).toBe(shown);
});

test.each([
  [". I dati dell'azienda 👶 dei traspo", ". I dati dell'azienda 👶 dei…"],
  [", e basta.", ", e basta."],
  ["", ""],
])("after: %s", (suffix, shown) => {
  expect(wordsAfter(suffix)).toBe(shown);
});
