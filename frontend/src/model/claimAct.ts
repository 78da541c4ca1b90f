import { type Claim, type Dismissal, DISMISSALS, type SpanPair } from "./claim";

/** One act on a claim. */
export type ClaimAct =
  | { act: "accept" }
  | { act: "dismiss"; reason: Dismissal | "taken_back" }
  | { act: "reopen" }
  | { act: "reword"; text: string }
  | { act: "resize"; segments: SpanPair[] };

export interface ClaimChange {
  claim: Pick<Claim, "id" | "article" | "version">;
  change: ClaimAct;
}

/** The act that takes `act` back, for a claim that was `before`; null where there is none. */
export function inverseOf(
  before: Pick<Claim, "review_state" | "dismissal" | "text" | "segments">,
  act: ClaimAct,
): ClaimAct | null {
  if (act.act === "reword") return { act: "reword", text: before.text };
  if (act.act === "resize") return { act: "resize", segments: before.segments };
  if (act.act !== "reopen") return { act: "reopen" };
  if (before.review_state !== "dismissed") return { act: "accept" };
  const given = DISMISSALS.find(({ reason }) => reason === before.dismissal);
  return given ? { act: "dismiss", reason: given.reason } : null;
}
