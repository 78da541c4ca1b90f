/** "reviewed": there are enough reviews, but the reader may not yet know whether they agree. */
export type VerdictState = "needs_reviews" | "reviewed" | "agreed" | "disputed" | "settled";

export interface Verdict {
  rating: string;
  method: "agreement" | "adjudication";
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
}
