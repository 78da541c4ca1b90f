import type { Claim, Dismissal } from "./claim";

/** One act on a claim; every one can be undone by another. */
export type ClaimAct =
  | { act: "accept" }
  | { act: "dismiss"; reason: Dismissal }
  | { act: "reopen" }
  | { act: "reword"; text: string };

export interface ClaimChange {
  claim: Pick<Claim, "id" | "article" | "version">;
  change: ClaimAct;
}

/** The act that takes `act` back, for a claim that was `before`. */
export function inverseOf(before: Pick<Claim, "review_state" | "dismissal" | "text">, act: ClaimAct): ClaimAct {
  if (act.act === "reword") return { act: "reword", text: before.text };
  if (act.act !== "reopen") return { act: "reopen" };
  if (before.review_state === "dismissed" && before.dismissal) {
    return { act: "dismiss", reason: before.dismissal };
  }
  return { act: "accept" };
}
