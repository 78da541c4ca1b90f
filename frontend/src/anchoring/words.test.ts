import { expect, test } from "vitest";
import { CodePoints } from "./codePoints";
import { partsOf, segmentsOf, wordsOf } from "./words";

const TEXT = "🚋 Anna  guida 👩‍🚒 e cu\u0301ra.\nFine";
const points = new CodePoints(TEXT);
const all: [number, number][] = [[0, points.length]];

test("words are found by code points, whatever their width", () => {
  const words = wordsOf(points, all);
  expect(words.map((word) => word.text)).toEqual(["🚋", "Anna", "guida", "👩‍🚒", "e", "cu\u0301ra.", "Fine"]);
  for (const word of words) expect(points.slice(word.start, word.end)).toBe(word.text);
});

test("parts begin at the cuts, and together hold every word", () => {
  const words = wordsOf(points, all);
  const parts = partsOf(words, new Set([2, 5]));
  expect(parts.map((part) => part.length)).toEqual([2, 3, 2]);
  expect(parts.flat()).toEqual(words);
  expect(partsOf(words, new Set([0]))).toEqual([words]);
});

test("a part keeps the gaps of its claim", () => {
  const segments: [number, number][] = [[2, 6], [14, 17]];
  const words = wordsOf(points, segments);
  expect(segmentsOf(words, segments)).toEqual(
    segments.map(([start, end]) => {
      const inside = words.filter((word) => word.start >= start && word.end <= end);
      return [inside[0]?.start, inside.at(-1)?.end];
    }),
  );
  expect(segmentsOf(words.slice(0, 1), segments)).toHaveLength(1);
});
