import { afterEach, expect, test } from "vitest";
import { CodePoints } from "./codePoints";
import { paragraphsOf } from "./paragraphs";
import { rangeOfSpan, spanOfRange } from "./selection";

/** Draw a text as the page does: a paragraph each, its words in a mark and around it. */
function draw(text: string): HTMLElement {
  const root = document.createElement("div");
  for (const paragraph of paragraphsOf(new CodePoints(text))) {
    const element = document.createElement("p");
    element.dataset.start = String(paragraph.start);
    const letters = [...paragraph.text];
    const middle = document.createElement("mark");
    middle.textContent = letters.slice(1, -1).join("");
    element.append(letters[0] ?? "", middle, letters.length > 1 ? (letters.at(-1) ?? "") : "");
    root.append(element);
  }
  document.body.append(root);
  return root;
}

afterEach(() => document.body.replaceChildren());

const TEXTS = {
  plain: "Crime fell.",
  emoji: "👍 Crime 🚓 fell.\nA 👩‍👩‍👧 too.",
  "combining accents": "Perche\u0301 no.\nE\u0300 cosi\u0300.",
  CRLF: "One 👍.\r\n\r\nTwo.\r\nThree.",
};

test.each(Object.entries(TEXTS))("every span survives the page: %s", (_, text) => {
  const root = draw(text);
  const points = new CodePoints(text);
  for (let start = 0; start < points.length; start += 1) {
    for (let end = start + 1; end <= points.length; end += 1) {
      const words = points.slice(start, end);
      if (words !== words.trim()) continue; // the page trims what is chosen
      const range = rangeOfSpan(root, { start, end });
      expect(range && spanOfRange(root, range)).toEqual({ start, end });
    }
  }
});

test("a whole paragraph can be chosen by its element", () => {
  const root = draw("One.\nTwo 👍.");
  const range = document.createRange();
  range.selectNode(root.children[1] as Element);
  expect(spanOfRange(root, range)).toEqual({ start: 5, end: 11 });
});

test("white space at both ends is left out", () => {
  const root = draw("One  two  three");
  const range = rangeOfSpan(root, { start: 3, end: 10 });
  expect(range && spanOfRange(root, range)).toEqual({ start: 5, end: 8 });
});

test("nothing but white space is no choice", () => {
  const root = draw("One  two");
  const range = rangeOfSpan(root, { start: 3, end: 5 });
  expect(range && spanOfRange(root, range)).toBeNull();
});

test("a choice that begins before the text starts with it", () => {
  const before = document.createElement("p");
  before.textContent = "Head";
  document.body.append(before);
  const root = draw("👍 One.");
  const range = document.createRange();
  range.setStart(before.firstChild as Node, 2);
  range.setEnd(root.querySelector("mark")?.firstChild as Node, 4);
  expect(spanOfRange(root, range)).toEqual({ start: 0, end: 5 });
});
