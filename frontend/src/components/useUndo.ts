import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "@/keyboard/useKeys";
import { tell, tellAct, tellProblem, tellUndone } from "./tell";
import { useActLine } from "./useActLine";

/** What is asked before something public is taken back: a title, of what, what it means, whose words. */
export interface UndoQuestion {
  title: string;
  /** The words of what it is about. */
  about?: string;
  help: string;
  /** What the words are that the way back needs; left out where it needs none. */
  label?: string;
  /** Where those words are kept while they are being written. */
  place?: string;
  act: string;
}

export interface UndoStep {
  /** What was done, in words. */
  what: string;
  /** Takes it back; with the words that were asked for, if any were. */
  run: (words: string) => Promise<unknown>;
  /** Asked first, where taking back is an act of its own that others see. */
  asks?: UndoQuestion;
  /** The claim it was done to, which the way back leads to. */
  at?: string;
  /** The article of that claim, where acts in several are remembered together. */
  inArticle?: string;
  /** Does it once more after it was taken back; left out where that can't be. */
  again?: () => Promise<unknown>;
}

export interface Undo {
  /** Remembers an act; what it gives forgets it again. */
  push: (step: UndoStep) => () => void;
  /** Carries out an act that remembers itself when it is done; an undo asked meanwhile waits for it. */
  during: (what: string, act: () => Promise<boolean>) => Promise<boolean>;
  undo: () => void;
  redo: () => void;
  /** What the next undo takes back; null when there is nothing. */
  next: string | null;
  /** What the next redo does again; null when there is nothing. */
  nextAgain: string | null;
  /** The question that the undo under way asks; null when there is none. */
  asking: UndoQuestion | null;
  /** Answers it; fails as the way back fails. */
  answer: (words: string) => Promise<unknown>;
  /** Leaves everything as it is. */
  dismiss: () => void;
}

/**
 * The acts of this visit, newest last, each with the way back and the way there again.
 *
 * onBack: shows what an act was done to, once the act is taken back.
 */
export function useUndo(onBack?: (at: string, inArticle?: string) => void): Undo {
  const { t } = useTranslation();
  const done = useRef<UndoStep[]>([]);
  const undone = useRef<UndoStep[]>([]);
  const { follow, during, underway } = useActLine();
  const [shown, setShown] = useState<Pick<Undo, "next" | "nextAgain">>(NOTHING);

  const [asking, setAsking] = useState<UndoStep | null>(null);

  const show = useCallback(() => {
    const [next, nextAgain] = [done.current.at(-1), undone.current.at(-1)];
    setShown({ next: next?.what ?? null, nextAgain: nextAgain?.what ?? null });
  }, []);
  const push = useCallback(
    (step: UndoStep) => {
      done.current.push(step);
      undone.current = [];
      show();
      return () => {
        done.current = done.current.filter((other) => other !== step);
        undone.current = undone.current.filter((other) => other !== step);
        show();
      };
    },
    [show],
  );
  /** Take one step; gives whether it went well, so that the next may rest on what it leaves. */
  const go = useCallback(
    async (isBack: boolean): Promise<boolean> => {
      const steps = (isBack ? done : undone).current;
      const step = steps.at(-1);
      const act = isBack ? step?.run : step?.again;
      if (!step || !act) return true;
      if (isBack && step.asks) {
        setAsking(step); // it stays the next one until the question is answered
        return true;
      }
      steps.pop();
      try {
        await act("");
        if (!isBack) done.current.push(step);
        else if (step.again) undone.current.push(step);
        const { what } = step;
        if (isBack) tellUndone(t("undo.done", { what }));
        else tellAct(t("undo.doneAgain", { what }));
        if (isBack && step.at) onBack?.(step.at, step.inArticle);
        return true;
      } catch (error) {
        tellProblem(error, t);
        return false;
      } finally {
        show();
      }
    },
    [show, t, onBack],
  );
  const answer = useCallback(
    async (words: string) => {
      if (!asking) return;
      await asking.run(words);
      done.current = done.current.filter((other) => other !== asking);
      tellUndone(t("undo.done", { what: asking.what }));
      if (asking.at) onBack?.(asking.at, asking.inArticle);
      show();
    },
    [asking, show, t, onBack],
  );
  const dismiss = useCallback(() => setAsking(null), []);
  const undo = useCallback(() => {
    if (underway) tell(t("undo.waits", { what: underway }));
    follow(() => go(true));
  }, [follow, go, t, underway]);
  const redo = useCallback(() => follow(() => go(false)), [follow, go]);
  useKeys([
    { keys: ["u", "mod+z"], does: t("undo.label"), isOff: !shown.next && !underway, run: undo },
    { keys: ["U", "mod+Z", "mod+y"], does: t("undo.again"), isOff: !shown.nextAgain, run: redo },
  ]);
  return useMemo(
    () => ({ push, during, undo, redo, answer, dismiss, asking: asking?.asks ?? null, ...shown }),
    [push, during, undo, redo, answer, dismiss, asking, shown],
  );
}

/** Carry out an act that fails as its answer fails, with `during`; an undo asked meanwhile waits for it. */
export async function carriedOut(
  during: Undo["during"],
  what: string,
  act: () => Promise<void>,
): Promise<void> {
  await during(what, async () => {
    await act();
    return true;
  });
}

/** The same, where every act is done to the claim `at`. */
export function useUndoAt(at: string, undo: Undo): Undo {
  return useMemo(() => ({ ...undo, push: (step) => undo.push({ at, ...step }) }), [at, undo]);
}

/** The same, where every act is done in one article. */
export function useUndoIn(inArticle: string, undo: Undo): Undo {
  return useMemo(
    () => ({ ...undo, push: (step) => undo.push({ inArticle, ...step }) }),
    [inArticle, undo],
  );
}

const NOTHING = { next: null, nextAgain: null };
