import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Word } from "@/anchoring/words";
import styles from "./Reshape.module.css";

interface CutWordsProps {
  words: readonly Word[];
  cuts: ReadonlySet<number>;
  onToggle: (index: number) => void;
}

/** The claim's words in a row; a pressed one begins a new part. Arrows walk, Space cuts. */
export function CutWords({ words, cuts, onToggle }: CutWordsProps) {
  const { t } = useTranslation();
  const row = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent<HTMLButtonElement>, index: number) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    row.current?.querySelectorAll<HTMLElement>("button")[index + step - 1]?.focus();
  };
  return (
    <div ref={row} className={styles.words} role="group" aria-label={t("split.cutBefore")}>
      {words.map((word, index) =>
        index === 0 ? (
          <span key={word.start}>{word.text}</span>
        ) : (
          <button
            key={word.start}
            type="button"
            className={styles.word}
            aria-pressed={cuts.has(index)}
            data-autofocus={index === 1 || undefined}
            tabIndex={index === 1 ? 0 : -1}
            onClick={() => onToggle(index)}
            onKeyDown={(event) => walk(event, index)}
          >
            {word.text}
          </button>
        ),
      )}
    </div>
  );
}

const STEPS: Record<string, number | undefined> = { ArrowRight: 1, ArrowLeft: -1 };
