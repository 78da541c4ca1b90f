import type { TextSpan } from "./selection";

/** Sentences from `first` to `last` (indexes, both included); what `[` and `]` move. */
export interface SentencePick {
  first: number;
  last: number;
}

/** Move the pick by one sentence (`step` -1 or 1), or widen it in that direction. */
export function movePick(
  pick: SentencePick | null,
  step: -1 | 1,
  widen: boolean,
  count: number,
): SentencePick | null {
  if (count === 0) return null;
  if (!pick) return step === 1 ? { first: 0, last: 0 } : { first: count - 1, last: count - 1 };
  const edge = step === 1 ? pick.last : pick.first;
  const next = Math.min(count - 1, Math.max(0, edge + step));
  if (!widen) return { first: next, last: next };
  return step === 1 ? { ...pick, last: next } : { ...pick, first: next };
}

/** The span that a pick covers. */
export function spanOfPick(sentences: readonly TextSpan[], pick: SentencePick): TextSpan | null {
  const first = sentences[pick.first];
  const last = sentences[pick.last];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Index of the sentence at or after `offset`; -1 when there is none. */
export function sentenceAt(sentences: readonly TextSpan[], offset: number): number {
  return sentences.findIndex((sentence) => sentence.end > offset);
}
