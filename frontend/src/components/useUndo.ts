import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "@/keyboard/useKeys";
import { tell, tellProblem } from "./tell";

export interface UndoStep {
  /** What was done, in words. */
  what: string;
  /** Takes it back. */
  run: () => Promise<unknown>;
  /** Does it once more after it was taken back; left out where that can't be. */
  again?: () => Promise<unknown>;
}

export interface Undo {
  push: (step: UndoStep) => void;
  undo: () => void;
  redo: () => void;
  /** What the next undo takes back; null when there is nothing. */
  next: string | null;
  /** What the next redo does again; null when there is nothing. */
  nextAgain: string | null;
}

/** The acts of this visit, newest last, each with the way back and the way there again. */
export function useUndo(): Undo {
  const { t } = useTranslation();
  const done = useRef<UndoStep[]>([]);
  const undone = useRef<UndoStep[]>([]);
  const isBusy = useRef(false);
  const [shown, setShown] = useState<Pick<Undo, "next" | "nextAgain">>(NOTHING);

  const show = useCallback(() => {
    const [next, nextAgain] = [done.current.at(-1), undone.current.at(-1)];
    setShown({ next: next?.what ?? null, nextAgain: nextAgain?.what ?? null });
  }, []);
  const push = useCallback(
    (step: UndoStep) => {
      done.current.push(step);
      undone.current = [];
      show();
    },
    [show],
  );
  /** One at a time: the next act back may rest on what this one leaves. */
  const go = useCallback(
    async (isBack: boolean) => {
      const step = isBusy.current ? undefined : (isBack ? done : undone).current.pop();
      const act = isBack ? step?.run : step?.again;
      if (!step || !act) return;
      isBusy.current = true;
      try {
        await act();
        if (!isBack) done.current.push(step);
        else if (step.again) undone.current.push(step);
        tell(t(isBack ? "undo.done" : "undo.doneAgain", { what: step.what }));
      } catch (error) {
        tellProblem(error, t);
      }
      isBusy.current = false;
      show();
    },
    [show, t],
  );
  const undo = useCallback(() => void go(true), [go]);
  const redo = useCallback(() => void go(false), [go]);
  useKeys([
    { keys: ["u", "mod+z"], does: t("undo.label"), isOff: !shown.next, run: undo },
    { keys: ["U", "mod+Z", "mod+y"], does: t("undo.again"), isOff: !shown.nextAgain, run: redo },
  ]);
  return useMemo(() => ({ push, undo, redo, ...shown }), [push, undo, redo, shown]);
}

const NOTHING = { next: null, nextAgain: null };
