import { describe, expect, test } from "vitest";
import { CodePoints } from "./codePoints";

const TEXTS = {
  empty: "",
  plain: "Crime fell 12%.",
  emoji: "👍 Crime 🚓🚓 fell.",
  "emoji of several code points": "👩‍👩‍👧 left 🇮🇹.",
  "combining accents": "perche\u0301 e\u0300 cosi\u0300",
  CRLF: "One.\r\nTwo 👍.\r\n",
  "curly quotes": "“Così” disse l’uomo 👍”",
};

describe.each(Object.entries(TEXTS))("a text with %s", (_, text) => {
  const points = new CodePoints(text);
  const letters = [...text];

  test("has as many code points as iteration finds", () => {
    expect(points.length).toBe(letters.length);
  });

  test("goes from code points to UTF-16 and back at every place", () => {
    for (let at = 0; at <= letters.length; at += 1) {
      const units = letters.slice(0, at).join("").length;
      expect(points.toUtf16(at)).toBe(units);
      expect(points.toCodePoint(units)).toBe(at);
    }
  });

  test("is sliced as its code points are", () => {
    for (let start = 0; start <= letters.length; start += 1) {
      for (let end = start; end <= letters.length; end += 1) {
        expect(points.slice(start, end)).toBe(letters.slice(start, end).join(""));
      }
    }
  });
});

test("an offset inside a pair is moved before the pair", () => {
  const points = new CodePoints("a👍b👍");
  expect([1, 2, 3, 4, 5, 6].map((unit) => points.toCodePoint(unit))).toEqual([1, 1, 2, 3, 3, 4]);
});
