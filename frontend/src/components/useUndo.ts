import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { tell, tellProblem } from "./tell";

export interface UndoStep {
  /** What will be taken back, in words. */
  what: string;
  run: () => Promise<unknown>;
}

export interface Undo {
  push: (step: UndoStep) => void;
  undo: () => void;
  /** What the next undo takes back; null when there is nothing. */
  next: string | null;
}

/** The acts of this visit, newest first, each with the way back. */
export function useUndo(): Undo {
  const { t } = useTranslation();
  const steps = useRef<UndoStep[]>([]);
  const [next, setNext] = useState<string | null>(null);

  const push = useCallback((step: UndoStep) => {
    steps.current.push(step);
    setNext(step.what);
  }, []);

  const undo = useCallback(() => {
    const step = steps.current.pop();
    setNext(steps.current.at(-1)?.what ?? null);
    if (!step) return;
    step.run().then(
      () => tell(t("undo.done", { what: step.what })),
      (error: unknown) => tellProblem(error, t),
    );
  }, [t]);

  return useMemo(() => ({ push, undo, next }), [push, undo, next]);
}
