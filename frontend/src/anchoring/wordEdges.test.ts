import { expect, test } from "vitest";
import { CodePoints } from "./codePoints";
import { wordsIn } from "./textPieces";
import { type EdgeMove, moveEdge } from "./wordEdges";

const POINTS = new CodePoints("🚋 L’assessora “perche\u0301 no” conta 2,31 milioni.");
const WORDS = wordsIn(POINTS, "it");
const LATER: EdgeMove = { edge: "end", step: 1 };
const EARLIER: EdgeMove = { edge: "end", step: -1 };
const WIDER: EdgeMove = { edge: "start", step: -1 };
const NARROWER: EdgeMove = { edge: "start", step: 1 };

test.each<[from: string, moves: EdgeMove[], to: string]>([
  ["conta", [LATER], "conta 2,31"],
  ["conta 2,31", [EARLIER], "conta"],
  ["conta", [EARLIER], "conta"],
  ["no", [WIDER], "perche\u0301 no"],
  ["perche\u0301 no", [WIDER, LATER], "“perche\u0301 no”"],
  ["perche\u0301 no", [NARROWER], "no"],
  ["no", [NARROWER], "no"],
  ["milioni", [LATER, LATER], "milioni."],
  ["🚋 L’assessora", [WIDER], "🚋 L’assessora"],
  ["2,3", [EARLIER], "2,3"],
])("from %j", (from, moves, to) => {
  const start = POINTS.toCodePoint(POINTS.text.indexOf(from));
  const span = { start, end: start + [...from].length };
  const { start: first, end } = moves.reduce((at, move) => moveEdge(WORDS, at, move), span);
  expect(POINTS.slice(first, end)).toBe(to);
});

test("in an empty text nothing moves", () => {
  expect(moveEdge([], { start: 0, end: 0 }, LATER)).toEqual({ start: 0, end: 0 });
});
