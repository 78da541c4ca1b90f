import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { useReviewsAhead } from "@/api/annotations";
import { lastQueue } from "@/api/assignments";
import { lastList } from "@/components/lastList";
import type { Claim } from "@/model/claim";
import { awaitsReview, type ClaimVerdict } from "@/model/verdict";
import type { ShownClaims } from "./useShownClaims";

const REVIEW_MODES = ["first", "second", "mine"];

/**
 * Where a review that was sent leads: to the next claim on the bench, which is read ahead.
 *
 * Who came from the queue to review has only those before them that still wait for their review,
 * whether they stand after this one or before it; where none is left, the claim stays open. Who
 * went elsewhere while the review was on its way stays there.
 * onOpen: opens a claim and gives its card the focus, which the form that is gone had.
 */
export function useNextClaim(
  { claims, activeId }: ShownClaims,
  verdicts: ReadonlyMap<string, ClaimVerdict>,
  onOpen: (id: string) => void,
): () => void {
  const [isReviewing] = useState(comesToReview);
  const at = claims.findIndex((claim) => claim.id === activeId);
  const ahead = at < 0 ? claims : [...claims.slice(at + 1), ...claims.slice(0, at)];
  const waits = (claim: Claim) => {
    const verdict = verdicts.get(claim.id);
    return claim.review_state === "accepted" && verdict !== undefined && awaitsReview(verdict);
  };
  const next = isReviewing ? ahead.find(waits) : claims[at + 1];
  const nextId = next?.id;
  useReviewsAhead(next?.review_state === "accepted" ? nextId : undefined);
  const goal = nextId ?? activeId;
  const standsAt = useRef<string | null>(null);
  useLayoutEffect(() => {
    standsAt.current = activeId ?? null;
    return () => {
      standsAt.current = null;
    };
  }, [activeId]);
  return useCallback(() => {
    if (goal && standsAt.current === activeId) onOpen(goal);
  }, [goal, activeId, onOpen]);
}

/** Did this window open the bench from the queue, for a review? */
function comesToReview(): boolean {
  const [path, search] = (lastList()?.address ?? "").split("?");
  const mode = new URLSearchParams(search).get("mode") ?? "";
  return path === "/queue" && (REVIEW_MODES.includes(mode) || lastQueue() !== null);
}
