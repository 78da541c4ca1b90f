import type { CodePoints } from "./codePoints";

/** A word of the article; half-open, in code points of the whole text. */
export interface Word {
  start: number;
  end: number;
  text: string;
}

type Span = readonly [start: number, end: number];

/** The words of these segments in reading order, white space left out. */
export function wordsOf(points: CodePoints, segments: readonly Span[]): Word[] {
  return segments.flatMap(([start, end]) => {
    const from = points.toUtf16(start);
    const words = points.slice(start, end).matchAll(/\S+/gu);
    return [...words].map((found) => {
      const at = points.toCodePoint(from + found.index);
      return { start: at, end: points.toCodePoint(from + found.index + found[0].length), text: found[0] };
    });
  });
}

/** Cut the words before each of `cuts` (indexes into them) into parts, none of them empty. */
export function partsOf(words: readonly Word[], cuts: ReadonlySet<number>): Word[][] {
  const parts: Word[][] = [];
  words.forEach((word, index) => {
    if (index === 0 || cuts.has(index)) parts.push([]);
    parts.at(-1)?.push(word);
  });
  return parts;
}

/** Segments that hold exactly these words, apart where the claim's own segments are apart. */
export function segmentsOf(words: readonly Word[], segments: readonly Span[]): [number, number][] {
  return segments.flatMap(([start, end]): [number, number][] => {
    const held = words.filter((word) => word.start >= start && word.end <= end);
    const [first, last] = [held[0], held.at(-1)];
    return first && last ? [[first.start, last.end]] : [];
  });
}
