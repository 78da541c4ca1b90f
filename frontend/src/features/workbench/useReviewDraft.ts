import { useCallback, useEffect, useState } from "react";
import type { Saving } from "@/components/SaveState";
import type { ReviewDraft } from "@/model/reviewDraft";
import { forgetDraft, keepDraft, readDraft } from "./keptDrafts";

const REST_MS = 400;

/**
 * A review being typed, kept on this machine after every rest, so that no crash or lost line
 * takes it away.
 *
 * key: tells drafts apart (person, claim, review). initial: what stands when nothing was kept.
 */
export function useReviewDraft(key: string, initial: ReviewDraft) {
  const [kept] = useState(() => readDraft(key));
  const [draft, setDraftState] = useState(kept?.draft ?? initial);
  const [saving, setSaving] = useState<Saving>(
    kept ? { state: "saved", at: new Date(kept.at) } : { state: "untouched" },
  );
  const [isTouched, setTouched] = useState(false);

  const setDraft = useCallback((change: (before: ReviewDraft) => ReviewDraft) => {
    setDraftState(change);
    setTouched(true);
    setSaving({ state: "pending" });
  }, []);
  const keep = useCallback(() => {
    const at = keepDraft(key, draft);
    setSaving(at ? { state: "saved", at } : { state: "failed" });
  }, [key, draft]);

  useEffect(() => {
    if (!isTouched) return undefined;
    const timer = setTimeout(keep, REST_MS);
    return () => clearTimeout(timer);
  }, [keep, isTouched]);
  useKeepOnLeaving(key, draft, isTouched);

  const forget = useCallback(() => {
    setTouched(false);
    setSaving({ state: "untouched" });
    forgetDraft(key);
  }, [key]);
  return { draft, setDraft, saving, keep, forget, wasKept: kept !== null };
}

/** Closing the page within the rest still keeps the last words. */
function useKeepOnLeaving(key: string, draft: ReviewDraft, isTouched: boolean): void {
  useEffect(() => {
    const keep = () => {
      if (isTouched) keepDraft(key, draft);
    };
    window.addEventListener("pagehide", keep);
    return () => window.removeEventListener("pagehide", keep);
  }, [key, draft, isTouched]);
}
