import { CodePoints } from "./codePoints";
import type { Paragraph } from "./paragraphs";

/** A span of the text that belongs to `id`; half-open, in code points of the whole text. */
export interface Mark {
  id: string;
  start: number;
  end: number;
}

/** A run of words with the same marks over it; `ids` in the order the marks were given. */
export interface Piece {
  start: number;
  end: number;
  text: string;
  ids: readonly string[];
  /** Marks whose first words in the whole text these are. */
  begins: readonly string[];
}

/**
 * Share marks out to the paragraphs they touch, cut at their borders.
 *
 * Returns one list of marks a paragraph, in the order given; empty spans are left out.
 */
export function marksByParagraph(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
): Mark[][] {
  const shares: Mark[][] = paragraphs.map(() => []);
  for (const mark of marks) {
    for (let at = firstTouched(paragraphs, mark.start); at < paragraphs.length; at += 1) {
      const paragraph = paragraphs[at];
      if (!paragraph || paragraph.start >= mark.end) break;
      const start = Math.max(mark.start, paragraph.start);
      const end = Math.min(mark.end, paragraph.end);
      if (start < end) shares[at]?.push({ id: mark.id, start, end });
    }
  }
  return shares;
}

/** Index of the first paragraph that ends after `offset`. */
function firstTouched(paragraphs: readonly Paragraph[], offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Flatten overlapping marks into pieces that follow each other without gap.
 *
 * `begun` holds the ids whose first words came earlier (in a paragraph before); it is read only.
 * The pieces' texts joined give the paragraph's text.
 */
export function flatten(
  paragraph: Paragraph,
  marks: readonly Mark[],
  begun: ReadonlySet<string> = new Set(),
): Piece[] {
  const points = new CodePoints(paragraph.text);
  const seen = new Set(begun);
  return bordersOf(paragraph, marks).map(([start, end]) => {
    const ids = distinct(marks.filter((m) => m.start <= start && end <= m.end).map((m) => m.id));
    const begins = ids.filter((id) => !seen.has(id));
    for (const id of begins) seen.add(id);
    const text = points.slice(start - paragraph.start, end - paragraph.start);
    return { start, end, text, ids, begins };
  });
}

/** The half-open spans between all places where a mark starts or ends. */
function bordersOf(paragraph: Paragraph, marks: readonly Mark[]): [number, number][] {
  const places = new Set([paragraph.start, paragraph.end]);
  for (const mark of marks) places.add(mark.start).add(mark.end);
  const sorted = [...places].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => [sorted[index] ?? paragraph.start, end]);
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
