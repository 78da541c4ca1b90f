import { useMemo } from "react";
import { resolveAnchor } from "@/anchoring/anchor";
import type { CodePoints } from "@/anchoring/codePoints";
import type { TextClaim } from "@/components/ArticleText";
import type { Claim } from "@/model/claim";

interface Anchored {
  found: TextClaim[];
  /** Claims whose words no longer stand in the text. */
  orphans: Claim[];
}

/** Put claims to their words; what can't be found is listed, never moved silently. */
export function useAnchored(points: CodePoints, claims: readonly Claim[]): Anchored {
  return useMemo(() => {
    const found: TextClaim[] = [];
    const orphans: Claim[] = [];
    for (const claim of claims) {
      const span = resolveAnchor(points, claim);
      if (!span) {
        orphans.push(claim);
        continue;
      }
      const by = span[0] - claim.start;
      found.push({
        id: claim.id,
        segments: claim.segments.map(([start, end]) => [start + by, end + by]),
        tone: "unreviewed",
        isFirm: claim.review_state === "accepted",
      });
    }
    return { found, orphans };
  }, [points, claims]);
}
