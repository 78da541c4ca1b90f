import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { rangeOfSpan, spanOfRange, type TextSpan } from "@/anchoring/selection";
import { movePick, type SentencePick, sentenceAt, spanOfPick } from "@/anchoring/sentencePick";
import { useKeys } from "@/keyboard/useKeys";

const HIGHLIGHT = "pending";

/** The piece of text that is about to become a claim, chosen by mouse or sentence by sentence. */
export function usePendingSpan(
  text: RefObject<HTMLDivElement | null>,
  sentences: readonly TextSpan[],
) {
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
  const move = (step: -1 | 1, widen: boolean) => {
    const from = pick.current ?? pickAt(sentences, span);
    pick.current = movePick(from, step, widen, sentences.length);
    const next = pick.current && spanOfPick(sentences, pick.current);
    if (!next) return;
    setSpan(next);
    // Enter now means the chosen words, not the button that was used last
    text.current?.focus({ preventScroll: true });
    const range = text.current && rangeOfSpan(text.current, next);
    range?.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
  };
  useKeys([
    { keys: ["]"], does: t("keys.nextSentence"), run: () => move(1, false) },
    { keys: ["["], does: t("keys.previousSentence"), run: () => move(-1, false) },
    { keys: ["}"], does: t("keys.widenDown"), run: () => move(1, true) },
    { keys: ["{"], does: t("keys.widenUp"), run: () => move(-1, true) },
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
