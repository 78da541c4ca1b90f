import { expect, test } from "vitest";
import { type Anchor, resolveAnchor } from "./anchor";
import { CodePoints } from "./codePoints";

const anchor = (start: number, exact: string, prefix = "", suffix = ""): Anchor => ({
  start,
  end: start + [...exact].length,
  exact,
  prefix,
  suffix,
});

const CASES: [name: string, text: string, anchor: Anchor, span: [number, number] | null][] = [
  ["the words stand where they stood", "👍 Crime fell.", anchor(8, "fell"), [8, 12]],
  ["the words moved by an emoji", "👍👍 Crime fell.", anchor(8, "fell"), [9, 13]],
  ["the nearest of two places", "no yes no yes", anchor(9, "yes"), [10, 13]],
  [
    "the surroundings beat nearness",
    "She said yes. He said yes.",
    anchor(20, "yes", "She said ", "."),
    [9, 12],
  ],
  ["words that are gone are an orphan", "Crime rose.", anchor(6, "fell"), null],
  ["an empty text has only orphans", "", anchor(0, "fell"), null],
  ["no words are no anchor", "Crime fell.", { ...anchor(3, ""), end: 5 }, null],
  ["curly quotes are told from straight ones", "“sì” \"sì\"", anchor(0, '"sì"'), [5, 9]],
];

test.each(CASES)("%s", (_, text, given, span) => {
  expect(resolveAnchor(new CodePoints(text), given)).toEqual(span);
});
