import { expect, test } from "vitest";
import { CodePoints } from "./codePoints";
import { sentencesIn } from "./textPieces";

test("sentences are found in code points, after an emoji and with combining accents", () => {
  const text = "🚋 Sono 12.000.  «È così», dice.\n\nPerche\u0301 no? ";
  const points = new CodePoints(text);
  const words = sentencesIn(points, "it").map(({ start, end }) => points.slice(start, end));
  expect(words).toEqual(["🚋 Sono 12.000.", "«È così», dice.", "Perche\u0301 no?"]);
  expect(sentencesIn(points, "it")[1]).toEqual({ start: 16, end: 31 });
});

test("an empty text has no sentences", () => {
  expect(sentencesIn(new CodePoints(" \n "))).toEqual([]);
});
