import type { PublicationState } from "./publication";

/** "reviewed": there are enough reviews, but the reader may not yet know whether they agree. */
export type VerdictState = "needs_reviews" | "reviewed" | "agreed" | "disputed" | "settled";

export interface Verdict {
  id: string;
  rating: string;
  /** "reopened" takes the verdict before it back. */
  method: "agreement" | "adjudication" | "reopened";
  reason: string;
  settled_by: string | null;
  created_at: string;
}

/** How far a claim is on its way to a verdict, and whether the caller may settle it. */
export interface VerdictStanding {
  state: VerdictState;
  reviews_needed: number;
  reviews_given: number;
  may_settle: boolean;
  why_not: string;
  agreed_rating: string | null;
  verdict: Verdict | null;
  /** Whether the caller may take the standing verdict back; else why_not_reopen says why. */
  may_reopen: boolean;
  why_not_reopen: string;
}

/** Where one accepted claim of an article stands, as the reader may know it. */
export interface ClaimVerdict {
  claim: string;
  state: VerdictState;
  reviews_needed: number;
  reviews_given: number;
  /** The verdict's rating, or the one that all reviews share. */
  rating: string | null;
  own_rating: string | null;
  publication_state: PublicationState;
}

/** Does the claim still wait for this person's review? */
export function awaitsReview(verdict: ClaimVerdict): boolean {
  return verdict.state === "needs_reviews" && verdict.own_rating === null;
}

/** The way in which the caller may settle the claim now; null where there is none. */
export function settlingOf(standing: VerdictStanding): "agree" | "adjudicate" | "again" | null {
  const { state, may_settle: may, why_not: whyNot, verdict } = standing;
  if (may && state === "agreed") return "agree";
  if (may && state === "disputed") return "adjudicate";
  const isReplaceable = whyNot === "already-settled" && verdict?.method === "adjudication";
  return isReplaceable ? "again" : null;
}
