import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import { useLocalStorage } from "@mantine/hooks";
import styles from "./SplitPane.module.css";

const MIN = 30;
const MAX = 70;
const STEP = 2;

interface SplitPaneProps {
  /** Names the place where the width is kept. */
  storageKey: string;
  label: string;
  first: ReactNode;
  second: ReactNode;
}

/** Two panes side by side; the border between them moves by pointer and by arrow keys. */
export function SplitPane({ storageKey, label, first, second }: SplitPaneProps) {
  const root = useRef<HTMLDivElement>(null);
  const [share, setShare] = useLocalStorage({ key: storageKey, defaultValue: 54 });
  const moveTo = (percent: number) => setShare(Math.min(MAX, Math.max(MIN, Math.round(percent))));

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !root.current) return;
    const box = root.current.getBoundingClientRect();
    moveTo(((event.clientX - box.left) / box.width) * 100);
  };
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -STEP, ArrowRight: STEP };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    moveTo(share + step);
  };

  return (
    <div ref={root} className={styles.split} style={{ ["--share" as string]: `${share}%` }}>
      <div className={styles.pane}>{first}</div>
      {/* A splitter is a separator one can focus and move (WAI-ARIA window splitter). */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className={styles.border}
        role="separator"
        aria-label={label}
        aria-orientation="vertical"
        aria-valuenow={share}
        aria-valuemin={MIN}
        aria-valuemax={MAX}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={press}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      />
      <div className={styles.pane}>{second}</div>
    </div>
  );
}
