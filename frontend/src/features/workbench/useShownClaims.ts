import { useCallback, useEffect, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import type { Claim } from "@/model/claim";
import { awaitsReview, type ClaimVerdict } from "@/model/verdict";

export const SHOWN = ["open", "toReview", "proposed", "accepted", "dismissed", "all"] as const;

/** Which claims are on the bench; "open" is all but the dismissed, none has those made and taken back. */
export type Shown = (typeof SHOWN)[number];

/** Does a claim belong to what is shown? */
export function isShown(
  claim: Claim,
  shown: Shown,
  verdict: ClaimVerdict | undefined,
): boolean {
  if (isGone(claim)) return false;
  if (shown === "all") return true;
  if (shown === "open") return claim.review_state !== "dismissed";
  if (shown === "toReview") return verdict !== undefined && awaitsReview(verdict);
  return claim.review_state === shown;
}

/** Made and taken back at once: nobody judged it, so that it isn't one of the dismissed either. */
function isGone({ dismissal }: Claim): boolean {
  return dismissal === "taken_back";
}

export interface ShownClaims {
  claims: Claim[];
  activeId: string | null;
  setActiveId: (id: string | null) => void;
  /** Go on (1) or back (-1) in reading order; stays at the ends. */
  goBy: (step: 1 | -1) => void;
  /** From 1; 0 when none is open. */
  place: number;
}

/** The claims on the bench and the open one, which the address names. */
export function useShownClaims(
  all: readonly Claim[],
  verdicts: ReadonlyMap<string, ClaimVerdict>,
  shown: Shown,
): ShownClaims {
  const [search, setSearch] = useSearchParams();
  const [activeId, setActiveId] = useState(search.get("claim"));
  const fitting = useMemo(
    () => all.filter((claim) => isShown(claim, shown, verdicts.get(claim.id))),
    [all, verdicts, shown],
  );
  // the open claim stays in sight even when a decision takes it out of the filter
  const strayId = fitting.some((claim) => claim.id === activeId) ? null : activeId;
  const claims = useMemo(() => {
    if (!all.some((claim) => claim.id === strayId && !isGone(claim))) return fitting;
    return all.filter(
      (claim) => claim.id === strayId || isShown(claim, shown, verdicts.get(claim.id)),
    );
  }, [all, fitting, strayId, shown, verdicts]);
  const at = claims.findIndex((claim) => claim.id === activeId);

  useEffect(() => {
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (activeId) after.set("claim", activeId);
        else after.delete("claim");
        return after;
      },
      { replace: true },
    );
  }, [activeId, setSearch]);

  const goBy = useCallback(
    (step: 1 | -1) => {
      const next = claims[at < 0 ? (step === 1 ? 0 : claims.length - 1) : at + step];
      if (next) setActiveId(next.id);
    },
    [claims, at],
  );
  return useMemo(
    () => ({ claims, activeId, setActiveId, goBy, place: at + 1 }),
    [claims, activeId, goBy, at],
  );
}
