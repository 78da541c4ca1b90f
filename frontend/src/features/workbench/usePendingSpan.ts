import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CodePoints } from "@/anchoring/codePoints";
import { rangeOfSpan, spanOfRange, type TextSpan } from "@/anchoring/selection";
import { movePick, type SentencePick, sentenceAt, spanOfPick } from "@/anchoring/sentencePick";
import { wordsIn } from "@/anchoring/textPieces";
import { type EdgeMove, moveEdge } from "@/anchoring/wordEdges";
import { useKeys } from "@/keyboard/useKeys";

const HIGHLIGHT = "pending";

interface PendingSpanOptions {
  points: CodePoints;
  text: RefObject<HTMLDivElement | null>;
  sentences: readonly TextSpan[];
  /** The words of the open claim: where choosing by keyboard begins. */
  open: TextSpan | null;
}

/** The piece of text that is about to become a claim, chosen by mouse or by sentences and words. */
export function usePendingSpan({ points, text, sentences, open }: PendingSpanOptions) {
  const { t } = useTranslation();
  const [span, setSpan] = useState<TextSpan | null>(null);
  const pick = useRef<SentencePick | null>(null);

  useSelectedSpan(text, (selected) => {
    pick.current = null;
    setSpan(selected);
  });
  useEffect(() => showPending(text.current, span), [text, span]);

  const clear = useCallback(() => {
    pick.current = null;
    setSpan(null);
    window.getSelection()?.removeAllRanges();
  }, []);
  const choose = (next: TextSpan | null) => {
    if (!next) return;
    setSpan(next);
    // Enter now means the chosen words, not the button that was used last
    text.current?.focus({ preventScroll: true });
    const range = text.current && rangeOfSpan(text.current, next);
    range?.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
  };
  const move = (step: -1 | 1, widen: boolean) => {
    const from = pick.current ?? pickAt(sentences, span);
    const first = from ? null : pickAt(sentences, open);
    pick.current = first ?? movePick(from, step, widen, sentences.length);
    choose(pick.current && spanOfPick(sentences, pick.current));
  };
  const moveWord = (by: EdgeMove) => {
    const from = span ?? open;
    pick.current = null;
    choose(from && moveEdge(wordsIn(points), from, by));
  };
  const isOff = !span && !open;
  useKeys([
    { keys: ["]"], does: t("keys.nextSentence"), run: () => move(1, false) },
    { keys: ["["], does: t("keys.previousSentence"), run: () => move(-1, false) },
    { keys: ["}"], does: t("keys.widenDown"), run: () => move(1, true) },
    { keys: ["{"], does: t("keys.widenUp"), run: () => move(-1, true) },
    { keys: ["."], does: t("keys.endLater"), isOff, run: () => moveWord({ edge: "end", step: 1 }) },
    { keys: [","], does: t("keys.endEarlier"), isOff, run: () => moveWord({ edge: "end", step: -1 }) },
    { keys: [";"], does: t("keys.startEarlier"), isOff, run: () => moveWord({ edge: "start", step: -1 }) },
    { keys: [":"], does: t("keys.startLater"), isOff, run: () => moveWord({ edge: "start", step: 1 }) },
  ]);
  return { span, clear };
}

function pickAt(sentences: readonly TextSpan[], span: TextSpan | null): SentencePick | null {
  if (!span) return null;
  const at = sentenceAt(sentences, span.start);
  return at < 0 ? null : { first: at, last: at };
}

/** Hear of every selection inside the text; an empty one in the text takes the choice back. */
function useSelectedSpan(
  text: RefObject<HTMLDivElement | null>,
  onSelect: (span: TextSpan | null) => void,
): void {
  const tellOf = useRef(onSelect);
  useEffect(() => {
    tellOf.current = onSelect;
  });
  useEffect(() => {
    const look = () => {
      const selection = window.getSelection();
      const root = text.current;
      if (!selection || !root || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      if (!root.contains(range.commonAncestorContainer)) return;
      tellOf.current(range.collapsed ? null : spanOfRange(root, range));
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [text]);
}

/** Paint the pending words without touching the page's elements (CSS Custom Highlight API). */
function showPending(root: HTMLElement | null, span: TextSpan | null): () => void {
  const isAble = typeof Highlight !== "undefined" && "highlights" in CSS;
  const range = isAble && root && span ? rangeOfSpan(root, span) : null;
  if (range) CSS.highlights.set(HIGHLIGHT, new Highlight(range));
  return () => {
    if (isAble) CSS.highlights.delete(HIGHLIGHT);
  };
}
