/** The likest published claim of one claim: it may have been checked already. */
export interface BestMatch {
  claim: string;
  id: string;
  /** How alike the two are, in [0, 1]. */
  score: number;
  /** "same" once a person said so. */
  decision: "same" | "different" | "";
  earlier: string;
  headline: string;
  /** Key of the earlier claim's rating. */
  rating: string;
  url: string;
}
