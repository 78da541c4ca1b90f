import { expect, test } from "vitest";
import { movePick, sentenceAt, type SentencePick, spanOfPick } from "./sentencePick";

const SENTENCES = [
  { start: 0, end: 4 },
  { start: 5, end: 9 },
  { start: 10, end: 14 },
];

type Case = [name: string, pick: SentencePick | null, step: 1 | -1, widen: boolean, SentencePick];

const CASES: Case[] = [
  ["the first step forward takes the first", null, 1, false, { first: 0, last: 0 }],
  ["the first step back takes the last", null, -1, false, { first: 2, last: 2 }],
  ["a step goes on", { first: 0, last: 0 }, 1, false, { first: 1, last: 1 }],
  ["widening keeps the start", { first: 0, last: 0 }, 1, true, { first: 0, last: 1 }],
  ["widening back keeps the end", { first: 1, last: 2 }, -1, true, { first: 0, last: 2 }],
  ["the end stops it", { first: 2, last: 2 }, 1, true, { first: 2, last: 2 }],
];

test.each(CASES)("%s", (_, pick, step, widen, expected) => {
  expect(movePick(pick, step, widen, SENTENCES.length)).toEqual(expected);
});

test("a text without sentences has nothing to pick", () => {
  expect(movePick(null, 1, false, 0)).toBeNull();
});

test("a pick spans from its first to its last sentence", () => {
  expect(spanOfPick(SENTENCES, { first: 0, last: 1 })).toEqual({ start: 0, end: 9 });
  expect(sentenceAt(SENTENCES, 9)).toBe(2);
});
