import { expect, test } from "vitest";
import { wordDiff } from "./wordDiff";

/** [gone], {new}, the rest is in both. */
function drawn(before: string, after: string): string {
  const around = { same: ["", ""], gone: ["[", "]"], new: ["{", "}"] } as const;
  return wordDiff(before, after)
    .map(({ kind, text }) => around[kind][0] + text + around[kind][1])
    .join("");
}

const CASES: [string, string, string][] = [
  ["", "", ""],
  ["same words", "same words", "same words"],
  ["", "all new", "{all new}"],
  ["all gone", "", "[all gone]"],
  ["fares fell by 4%", "fares rose by 4%", "fares [fell]{rose} by 4%"],
  ["fares fell quickly now", "fares rose slowly now", "fares [fell quickly]{rose slowly} now"],
  ["perche\u0301 no 👍", "perche\u0301 sì 👍", "perche\u0301 [no]{sì} 👍"],
  ["“412 navi”, dice", "“412 navi”, dice lei", "“412 navi”, dice{ lei}"],
  ["a b c", "c a b", "{c }a b[ c]"],
];

test.each(CASES)("%j to %j", (before, after, expected) => {
  expect(drawn(before, after)).toBe(expected);
});

test("either text can be put together again from its pieces", () => {
  const [before, after] = ["Il porto 🚢 cresce, ma poco.", "Ma il porto 🚢 non cresce: poco!"];
  const of = (kind: string) =>
    wordDiff(before, after)
      .filter((piece) => piece.kind !== kind)
      .map((piece) => piece.text)
      .join("");
  expect(of("new")).toBe(before);
  expect(of("gone")).toBe(after);
});
