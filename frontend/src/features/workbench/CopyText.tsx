import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CodePoints } from "@/anchoring/codePoints";
import { spanOfRange, type TextSpan } from "@/anchoring/selection";
import { movePick, sentenceAt, spanOfPick } from "@/anchoring/sentencePick";
import { sentencesIn } from "@/anchoring/textPieces";
import styles from "./SourceLine.module.css";

interface CopyTextProps {
  points: CodePoints;
  span: TextSpan | null;
  onSpan: (span: TextSpan) => void;
  onTake: () => void;
}

const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1, "]": 1, "[": -1, "}": 1, "{": -1 };

/** A copy's words; a passage is chosen by selecting it, or sentence by sentence with the arrows. */
export function CopyText({ points, span, onSpan, onTake }: CopyTextProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const chosen = useRef<HTMLElement>(null);
  const sentences = useMemo(() => sentencesIn(points), [points]);
  useEffect(() => {
    root.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: "nearest" });
  }, [span]);

  const takeSelection = () => {
    const selection = window.getSelection();
    if (!root.current || !selection || selection.isCollapsed) return;
    const selected = spanOfRange(root.current, selection.getRangeAt(0));
    if (!selected) return;
    selection.removeAllRanges(); // from here on the mark shows it
    onSpan(selected);
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === "Enter" && span) onTake();
    else if (step) {
      const from = span && pickOf(sentences, span);
      const widen = event.shiftKey || "{}".includes(event.key);
      const pick = movePick(from, step, widen, sentences.length);
      const next = pick && spanOfPick(sentences, pick);
      if (next) onSpan(next);
    } else return;
    event.preventDefault();
  };
  const [start, end] = span ? [span.start, span.end] : [0, 0];
  return (
    // A text to choose from, by mouse and by arrow keys: there is no role that says so better.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={root}
      className={styles.words}
      role="group"
      aria-label={t("copy.words")}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onMouseUp={takeSelection}
      onKeyDown={press}
    >
      <div data-start="0">
        {points.slice(0, start)}
        {span && <mark ref={chosen}>{points.slice(start, end)}</mark>}
        {points.slice(end, points.length)}
      </div>
    </div>
  );
}

/** The sentences that a span touches. */
function pickOf(sentences: readonly TextSpan[], span: TextSpan) {
  const first = sentenceAt(sentences, span.start);
  const last = sentenceAt(sentences, span.end - 1);
  return first < 0 || last < 0 ? null : { first, last };
}
