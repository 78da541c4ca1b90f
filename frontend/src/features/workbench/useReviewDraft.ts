import { useCallback, useEffect, useState } from "react";
import type { Saving } from "@/components/SaveState";
import { isEmptyDraft, type ReviewDraft } from "@/model/reviewDraft";

const REST_MS = 400;

interface Kept {
  draft: ReviewDraft;
  at: string;
}

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

  useEffect(() => {
    if (!isTouched) return undefined;
    const timer = setTimeout(() => setSaving(keepDraft(key, draft)), REST_MS);
    return () => clearTimeout(timer);
  }, [key, draft, isTouched]);
  useKeepOnLeaving(key, draft, isTouched);

  const forget = useCallback(() => {
    setTouched(false);
    setSaving({ state: "untouched" });
    forgetDraft(key);
  }, [key]);
  return { draft, setDraft, saving, forget, wasKept: kept !== null };
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

function readDraft(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

function keepDraft(key: string, draft: ReviewDraft): Saving {
  const at = new Date();
  try {
    if (isEmptyDraft(draft)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ draft, at: at.toISOString() }));
  } catch {
    return { state: "failed" };
  }
  return { state: "saved", at };
}

function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}
