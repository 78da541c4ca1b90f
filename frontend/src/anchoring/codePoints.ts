/**
 * The way between Unicode code points (the API's offsets) and UTF-16 units (the browser's).
 *
 * Only characters beyond U+FFFF take two units, so it is enough to know where those are.
 */
export class CodePoints {
  readonly text: string;
  /** Code-point offsets of the characters that take two units, ascending. */
  private readonly wide: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.wide = wideCharacters(text);
  }

  /** How many code points the text has. */
  get length(): number {
    return this.text.length - this.wide.length;
  }

  /** Offset in UTF-16 units of a code-point offset in 0..length. */
  toUtf16(codePoint: number): number {
    return codePoint + countBelow(this.wide, codePoint);
  }

  /** Code-point offset of a UTF-16 offset; one that cuts a pair in two is moved before it. */
  toCodePoint(utf16: number): number {
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // the pair number `middle` ends at this unit
      const pairEnd = (this.wide[middle] ?? 0) + middle + 2;
      if (pairEnd <= utf16) low = middle + 1;
      else high = middle;
    }
    const pairStart = this.wide[low];
    const cut = pairStart !== undefined && pairStart + low + 1 === utf16;
    return utf16 - low - (cut ? 1 : 0);
  }

  /** The words of the half-open span [start, end), in code points. */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }
}

function wideCharacters(text: string): number[] {
  const wide: number[] = [];
  for (let unit = 0; unit < text.length; unit += 1) {
    if ((text.codePointAt(unit) ?? 0) <= 0xffff) continue;
    wide.push(unit - wide.length);
    unit += 1;
  }
  return wide;
}

/** How many of the ascending `numbers` are below `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
