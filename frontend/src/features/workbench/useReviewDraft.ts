import { useCallback, useEffect, useRef, useState } from "react";
import type { Saving } from "@/components/SaveState";
import type { ReviewDraft } from "@/model/reviewDraft";
import { forgetDraft, keepDraft, readDraft } from "./keptDrafts";

/**
 * A review being typed, kept on this machine with every change, so that no crash, lost line or form
 * that goes away takes a word with it.
 *
 * key: tells drafts apart (person, claim, review). initial: what stands when nothing was kept.
 */
export function useReviewDraft(key: string, initial: ReviewDraft) {
  const [kept] = useState(() => readDraft(key));
  const [draft, show] = useState(kept?.draft ?? initial);
  const latest = useRef(draft);
  const isHeld = useRef(false);
  const [saving, setSaving] = useState<Saving>(
    kept ? { state: "saved", at: new Date(kept.at) } : { state: "untouched" },
  );

  const keep = useCallback(() => {
    const at = keepDraft(key, latest.current);
    setSaving(at ? { state: "saved", at } : { state: "failed" });
  }, [key]);
  const setDraft = useCallback(
    (change: (before: ReviewDraft) => ReviewDraft) => {
      latest.current = change(latest.current);
      isHeld.current = true;
      show(latest.current);
      keep();
    },
    [keep],
  );
  const forget = useCallback(() => {
    isHeld.current = false;
    setSaving({ state: "untouched" });
    forgetDraft(key);
  }, [key]);
  // another window that sends a review of the claim forgets the draft, and these words with it
  useEffect(() => {
    const hold = () => {
      if (isHeld.current && readDraft(key) === null) keepDraft(key, latest.current);
    };
    window.addEventListener("storage", hold);
    return () => {
      window.removeEventListener("storage", hold);
      hold();
    };
  }, [key]);
  return { draft, setDraft, saving, keep, forget };
}
