import { useMemo } from "react";
import { useRatings } from "@/api/ratings";
import { resolveAnchor } from "@/anchoring/anchor";
import type { CodePoints } from "@/anchoring/codePoints";
import type { TextClaim } from "@/components/ArticleText";
import type { Claim } from "@/model/claim";
import { type Rating, type Tone, toneOf } from "@/model/rating";
import type { ClaimVerdict } from "@/model/verdict";

interface Anchored {
  found: TextClaim[];
  /** Claims whose words no longer stand in the text. */
  orphans: Claim[];
}

/** Put claims to their words; what can't be found is listed, never moved silently. */
export function useAnchored(
  points: CodePoints,
  claims: readonly Claim[],
  verdicts: ReadonlyMap<string, ClaimVerdict>,
): Anchored {
  const ratings = useRatings();
  const anchorOf = useMemo(() => rememberedAnchors(points), [points]);
  return useMemo(() => {
    const found: TextClaim[] = [];
    const orphans: Claim[] = [];
    for (const claim of claims) {
      const span = anchorOf(claim);
      if (!span) {
        orphans.push(claim);
        continue;
      }
      const by = span[0] - claim.start;
      found.push({
        id: claim.id,
        segments: claim.segments.map(([start, end]) => [start + by, end + by]),
        tone: toneOfVerdict(verdicts.get(claim.id), ratings),
        isFirm: claim.review_state === "accepted",
      });
    }
    return { found, orphans };
  }, [anchorOf, claims, verdicts, ratings]);
}

/** Anchors found once for each claim: 500 need not be sought again because one was added. */
function rememberedAnchors(points: CodePoints): (claim: Claim) => [number, number] | null {
  const found = new WeakMap<Claim, [number, number] | null>();
  return (claim) => {
    const known = found.get(claim);
    if (known !== undefined) return known;
    const span = resolveAnchor(points, claim);
    found.set(claim, span);
    return span;
  };
}

/** The look of a claim's words: its verdict's, or that it is disputed, or not reviewed yet. */
function toneOfVerdict(verdict: ClaimVerdict | undefined, ratings: readonly Rating[]): Tone {
  if (verdict?.state === "disputed") return "disputed";
  const rating = ratings.find((other) => other.key === verdict?.rating);
  return rating ? toneOf(rating.colour) : "unreviewed";
}
