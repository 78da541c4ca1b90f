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
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as KeptDraft | null;
  } catch {
    return null;
  }
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
  return at;
}

/** Forget the draft kept under `key`. */
export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}
