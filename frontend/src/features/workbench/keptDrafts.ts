import { useMemo, useSyncExternalStore } from "react";
import type { Me } from "@/model/person";
import { isEmptyDraft, type ReviewDraft } from "@/model/reviewDraft";

/** A draft of a review as it is kept in this browser, and when. */
export interface KeptDraft {
  draft: ReviewDraft;
  at: string;
}

/** Where a person's draft of one review is kept; reviewId "new" for a first one. */
export function draftKey(personId: Me["id"], claimId: string, reviewId = "new"): string {
  return `vaglio.review.${personId}.${claimId}.${reviewId}`;
}

/** The draft kept under `key`; null when there is none. */
export function readDraft(key: string): KeptDraft | null {
  return parsed(textUnder(key));
}

/** The same, told anew whenever it changes, in whichever window. */
export function useKeptDraft(key: string): KeptDraft | null {
  const text = useSyncExternalStore(subscribe, () => textUnder(key));
  return useMemo(() => parsed(text), [text]);
}

/** Keep a draft, or forget it when nothing is in it; says when, null where nothing can be kept. */
export function keepDraft(key: string, draft: ReviewDraft): Date | null {
  const at = new Date();
  try {
    if (isEmptyDraft(draft)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ draft, at: at.toISOString() }));
  } catch {
    return null;
  }
  tellOfChange();
  return at;
}

/** Forget the draft kept under `key`. */
export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
  tellOfChange();
}

const listeners = new Set<() => void>();

function tellOfChange(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function textUnder(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function parsed(text: string | null): KeptDraft | null {
  try {
    return JSON.parse(text ?? "null") as KeptDraft | null;
  } catch {
    return null;
  }
}
