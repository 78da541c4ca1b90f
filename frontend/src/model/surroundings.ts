/** Code points that the API gives before and after a claim's words (Text Quote Selector). */
const GIVEN = 32;

/** The words before a claim, from a whole word on; "…" where the text goes on further back. */
export function wordsBefore(prefix: string): string {
  if ([...prefix].length < GIVEN) return prefix;
  return `…${prefix.replace(/^\S*\s+/u, "")}`;
}

/** The words after a claim, up to a whole word; "…" where the text goes on. */
export function wordsAfter(suffix: string): string {
  if ([...suffix].length < GIVEN) return suffix;
  return `${suffix.replace(/\s+\S*$/u, "")}…`;
}
