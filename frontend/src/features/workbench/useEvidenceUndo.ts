import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Undo } from "@/components/useUndo";
import type { EvidenceDraft, ReviewDraft } from "@/model/reviewDraft";
import { keepDraft, readDraft } from "./keptDrafts";

type Change = (before: ReviewDraft) => ReviewDraft;

/**
 * Take sources out of a review that is being written, with the way back.
 *
 * Where the form was left meanwhile, the draft kept on this machine is changed; once the review is
 * sent, `forget` drops the ways back: the review's own way back is the one that counts then.
 */
export function useEvidenceUndo(key: string, setDraft: (change: Change) => void, { push }: Undo) {
  const { t } = useTranslation();
  const forgets = useRef<(() => void)[]>([]);
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  const change = (by: Change) => {
    const kept = isOpen.current ? null : readDraft(key);
    if (isOpen.current) setDraft(by);
    else if (kept) keepDraft(key, by(kept.draft));
  };
  const remove = (row: EvidenceDraft, place: number) => {
    const without: Change = (before) => ({
      ...before,
      evidence: before.evidence.filter((other) => other.key !== row.key),
    });
    change(without);
    if (!row.sourceId && !row.url.trim() && !row.excerpt.trim()) return; // nothing was in it
    const forget = push({
      what: t("evidence.removed"),
      run: () => {
        change((before) => ({
          ...before,
          evidence: [...before.evidence.slice(0, place), row, ...before.evidence.slice(place)],
        }));
        return Promise.resolve();
      },
      again: () => {
        change(without);
        return Promise.resolve();
      },
    });
    forgets.current.push(forget);
  };
  const forget = () => {
    forgets.current.splice(0).forEach((each) => each());
  };
  return { remove, forget };
}
