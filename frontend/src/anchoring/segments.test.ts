import { describe, expect, test } from "vitest";
import { CodePoints } from "./codePoints";
import { paragraphsOf } from "./paragraphs";
import { flatten, type Mark, marksByParagraph } from "./segments";

/** Flatten a whole text; each piece as [words, ids]. */
function pieces(text: string, marks: Mark[]): [string, string][] {
  const paragraphs = paragraphsOf(new CodePoints(text));
  const shares = marksByParagraph(paragraphs, marks);
  return paragraphs.flatMap((paragraph, index) =>
    flatten(paragraph, shares[index] ?? []).map(({ text: words, ids }): [string, string] => [
      words,
      ids.join("+"),
    ]),
  );
}

const mark = (id: string, start: number, end: number): Mark => ({ id, start, end });

const CASES: [name: string, text: string, marks: Mark[], expected: [string, string][]][] = [
  ["no mark", "One two.", [], [["One two.", ""]]],
  ["one mark", "One two.", [mark("a", 4, 7)], [["One ", ""], ["two", "a"], [".", ""]]],
  [
    "marks that overlap",
    "abcdef",
    [mark("a", 0, 4), mark("b", 2, 6)],
    [["ab", "a"], ["cd", "a+b"], ["ef", "b"]],
  ],
  [
    "a mark inside another",
    "abcdef",
    [mark("a", 0, 6), mark("b", 2, 4)],
    [["ab", "a"], ["cd", "a+b"], ["ef", "a"]],
  ],
  ["equal marks", "abc", [mark("a", 0, 3), mark("b", 0, 3)], [["abc", "a+b"]]],
  [
    "two segments of one claim",
    "abcdef",
    [mark("a", 0, 2), mark("a", 4, 6)],
    [["ab", "a"], ["cd", ""], ["ef", "a"]],
  ],
  [
    "an emoji before and inside",
    "👍 one 👍 two",
    [mark("a", 2, 7)],
    [["👍 ", ""], ["one 👍", "a"], [" two", ""]],
  ],
  [
    "a combining accent",
    "e\u0300 cosi\u0300",
    [mark("a", 0, 2)],
    [["e\u0300", "a"], [" cosi\u0300", ""]],
  ],
  [
    "a mark over two paragraphs with CRLF",
    "ab\r\n\r\ncd",
    [mark("a", 1, 7)],
    [["a", ""], ["b", "a"], ["c", "a"], ["d", ""]],
  ],
  ["an empty text", "", [mark("a", 0, 1)], []],
];

test.each(CASES)("%s", (_, text, marks, expected) => {
  expect(pieces(text, marks)).toEqual(expected);
});

describe("five hundred overlapping marks", () => {
  const text = "Lorem 👍 ipsum dolor.\n".repeat(400);
  const points = new CodePoints(text);
  const paragraphs = paragraphsOf(points);
  const marks = Array.from({ length: 500 }, (_, n) => mark(String(n), n * 7, n * 7 + 40));
  const shares = marksByParagraph(paragraphs, marks);

  test("leave every paragraph's words as they are", () => {
    paragraphs.forEach((paragraph, index) => {
      const joined = flatten(paragraph, shares[index] ?? []).map((piece) => piece.text).join("");
      expect(joined).toBe(paragraph.text);
    });
  });

  test("cover exactly the words of each mark", () => {
    const covered = new Map<string, string>();
    paragraphs.forEach((paragraph, index) => {
      for (const piece of flatten(paragraph, shares[index] ?? [])) {
        for (const id of piece.ids) covered.set(id, (covered.get(id) ?? "") + piece.text);
      }
    });
    for (const { id, start, end } of marks) {
      expect(covered.get(id)).toBe(points.slice(start, end).replaceAll("\n", ""));
    }
  });
});

test("a claim begins once, in its first paragraph", () => {
  const [first, second] = paragraphsOf(new CodePoints("ab\ncd"));
  if (!first || !second) throw new Error("two paragraphs expected");
  const begins = flatten(first, [mark("a", 1, 2)]).flatMap((piece) => piece.begins);
  const again = flatten(second, [mark("a", 3, 4)], new Set(begins)).flatMap((p) => p.begins);
  expect([begins, again]).toEqual([["a"], []]);
});
