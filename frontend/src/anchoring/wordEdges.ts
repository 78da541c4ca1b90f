import type { TextSpan } from "./selection";

/** Which end of a span moves, and where to: 1 is onwards in the text. */
export interface EdgeMove {
  edge: "start" | "end";
  step: 1 | -1;
}

/** Move one end of a span by a word; a span keeps its last word, and stays within the text. */
export function moveEdge(
  words: readonly TextSpan[],
  span: TextSpan,
  { edge, step }: EdgeMove,
): TextSpan {
  const places = words.map((word) => word[edge]);
  const place =
    step === 1
      ? places.find((other) => other > span[edge])
      : places.findLast((other) => other < span[edge]);
  const moved = { ...span, [edge]: place ?? span[edge] };
  return moved.start < moved.end ? moved : span;
}
