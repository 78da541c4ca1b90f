import type { CodePoints } from "./codePoints";

/** A quote with the words around it, and where it stood (W3C Text Quote + Text Position). */
export interface Anchor {
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}

/**
 * Find where an anchor's words stand in a text.
 *
 * First its position, if the words are there; else the words nearest to it with the most fitting
 * surroundings. Returns the span in code points, or null for an orphan.
 * Source: W3C Web Annotation Data Model, Text Quote Selector.
 */
export function resolveAnchor(points: CodePoints, anchor: Anchor): [number, number] | null {
  if (points.slice(anchor.start, anchor.end) === anchor.exact) return [anchor.start, anchor.end];
  if (!anchor.exact) return null;
  const wanted = points.toUtf16(anchor.start);
  let best: { at: number; score: number } | null = null;
  for (const at of placesOf(points.text, anchor.exact)) {
    const score = fit(points.text, at, anchor) - Math.abs(at - wanted) / (points.text.length + 1);
    if (!best || score > best.score) best = { at, score };
  }
  if (!best) return null;
  return [points.toCodePoint(best.at), points.toCodePoint(best.at + anchor.exact.length)];
}

function* placesOf(text: string, words: string): Generator<number> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at;
}

/** How many characters of prefix and suffix fit around the place `at` (UTF-16). */
function fit(text: string, at: number, anchor: Anchor): number {
  const before = text.slice(Math.max(0, at - anchor.prefix.length), at);
  const after = text.slice(at + anchor.exact.length);
  return sharedEnd(before, anchor.prefix) + sharedStart(after, anchor.suffix);
}

function sharedStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

function sharedEnd(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}
