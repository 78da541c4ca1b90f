export type MatchDecision = "same" | "different";

/** An earlier published claim that may say the same, and what a person made of it. */
export interface Match {
  id: string;
  score: number;
  model: string;
  decision: MatchDecision | null;
  decided_by: { id: string; display_name: string } | null;
  decided_at: string | null;
  earlier: {
    id: string;
    url: string;
    publication_state: "published" | "withdrawn";
    headline: string;
    text: string;
    rating: { key: string } | null;
    updated_at: string;
  };
}
