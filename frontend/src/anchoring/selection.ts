import { CodePoints } from "./codePoints";

/** A chosen piece of the text; half-open, in code points. */
export interface TextSpan {
  start: number;
  end: number;
}

/** The attribute on each paragraph element: where its text starts, in code points. */
export const START_ATTRIBUTE = "data-start";

/**
 * Read a browser selection as a span of the article's text.
 *
 * root: the element that holds the paragraphs, each with `data-start` and exactly its text.
 * White space at both ends is left out. Null when nothing of the text is chosen.
 */
export function spanOfRange(root: Element, range: Range): TextSpan | null {
  const ends: TextSpan[] = [];
  for (const element of root.querySelectorAll(`[${START_ATTRIBUTE}]`)) {
    if (!range.intersectsNode(element)) continue;
    const part = partOf(element, range);
    if (part) ends.push(part);
  }
  const first = ends[0];
  const last = ends.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The chosen part of one paragraph, trimmed; null when only white space is chosen. */
function partOf(element: Element, range: Range): TextSpan | null {
  const text = element.textContent ?? "";
  const points = new CodePoints(text);
  const base = Number(element.getAttribute(START_ATTRIBUTE));
  let from = unitsBefore(element, range.startContainer, range.startOffset, 0);
  let to = unitsBefore(element, range.endContainer, range.endOffset, text.length);
  while (from < to && /\s/.test(text[from] ?? "")) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to -= 1;
  if (from >= to) return null;
  return { start: base + points.toCodePoint(from), end: base + points.toCodePoint(to) };
}

/** UTF-16 units of `element` before a DOM place; `outside` when the place lies elsewhere. */
function unitsBefore(element: Element, node: Node, offset: number, outside: number): number {
  if (!element.contains(node)) return outside;
  const before = element.ownerDocument.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** Make a DOM range for a span of the text; null when its ends are not on the page. */
export function rangeOfSpan(root: Element, span: TextSpan): Range | null {
  const start = placeOf(root, span.start, false);
  const end = placeOf(root, span.end, true);
  if (!start || !end) return null;
  const range = root.ownerDocument.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The text node and UTF-16 offset in it of a code-point offset of the article. */
function placeOf(root: Element, offset: number, isEnd: boolean): DomPlace | null {
  for (const element of root.querySelectorAll(`[${START_ATTRIBUTE}]`)) {
    const points = new CodePoints(element.textContent ?? "");
    const within = offset - Number(element.getAttribute(START_ATTRIBUTE));
    if (within < 0 || within > points.length || (!isEnd && within === points.length)) continue;
    return placeInside(element, points.toUtf16(within));
  }
  return null;
}

interface DomPlace {
  node: Node;
  offset: number;
}

function placeInside(element: Element, units: number): DomPlace | null {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = units;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return null;
}
