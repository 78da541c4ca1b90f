import type { CodePoints } from "./codePoints";

/** One line of the text, without its line end; offsets are code points of the whole text. */
export interface Paragraph {
  start: number;
  end: number;
  text: string;
}

/** Cut a text at its line ends (LF, CRLF or CR); empty lines are left out. */
export function paragraphsOf(points: CodePoints): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const match of points.text.matchAll(/[^\r\n]+/g)) {
    const start = points.toCodePoint(match.index);
    const end = points.toCodePoint(match.index + match[0].length);
    paragraphs.push({ start, end, text: match[0] });
  }
  return paragraphs;
}
