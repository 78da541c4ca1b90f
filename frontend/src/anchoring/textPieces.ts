import type { CodePoints } from "./codePoints";
import type { TextSpan } from "./selection";

/** The sentences of a text that nobody has split yet, without the white space around them. */
export function sentencesIn(points: CodePoints, language?: string): TextSpan[] {
  return piecesIn(points, "sentence", language);
}

/** The words of a text, each mark between them a piece of its own. */
export function wordsIn(points: CodePoints, language?: string): TextSpan[] {
  return piecesIn(points, "word", language);
}

function piecesIn(
  points: CodePoints,
  granularity: "sentence" | "word",
  language?: string,
): TextSpan[] {
  const segmenter = new Intl.Segmenter(language, { granularity });
  const spans: TextSpan[] = [];
  for (const { segment, index } of segmenter.segment(points.text)) {
    const words = segment.trim();
    if (!words) continue;
    const from = index + segment.indexOf(words);
    spans.push({
      start: points.toCodePoint(from),
      end: points.toCodePoint(from + words.length),
    });
  }
  return spans;
}
