import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ClaimVerdict, Verdict, VerdictStanding } from "@/model/verdict";
import { forgetReviews } from "./annotations";
import { send } from "./client";
import { keptRows } from "./keptRows";

/** How far a claim is on its way to a verdict. */
export function useVerdict(claimId: string) {
  return useQuery({
    queryKey: ["claim", claimId, "verdict"],
    queryFn: ({ signal }) => send<VerdictStanding>(`/claims/${claimId}/verdict/`, { signal }),
  });
}

/** Every verdict of a claim that the reader may know, oldest first. */
export function useVerdictHistory(claimId: string) {
  return useQuery({
    queryKey: ["claim", claimId, "verdicts"],
    queryFn: ({ signal }) =>
      send<{ results: Verdict[] }>(`/claims/${claimId}/verdicts/`, { signal }),
  });
}

/** Where each accepted claim of an article stands, by the claim's id. */
export function useArticleVerdicts(articleId: string): ReadonlyMap<string, ClaimVerdict> {
  const { data } = useQuery({
    queryKey: ["verdicts", articleId],
    queryFn: async ({ signal }) => {
      const path = `/articles/${articleId}/verdicts/`;
      return (await send<{ results: ClaimVerdict[] }>(path, { signal })).results;
    },
    structuralSharing: keptVerdicts,
    select: byClaim,
  });
  return data ?? NONE;
}

const NONE: ReadonlyMap<string, ClaimVerdict> = new Map();

const keptVerdicts = keptRows<ClaimVerdict>((verdict) => verdict.claim);

function byClaim(verdicts: ClaimVerdict[]): ReadonlyMap<string, ClaimVerdict> {
  return new Map(verdicts.map((verdict) => [verdict.claim, verdict]));
}

/** Settle with the agreed rating (nothing given), or adjudicate with a rating and a reason. */
export function useSettle(claimId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { rating?: string; reason?: string; replaces?: string }) =>
      send<VerdictStanding>(`/claims/${claimId}/verdict/`, { method: "POST", body }),
    onSuccess: () => forgetReviews(client, claimId),
  });
}

/** Take the verdict back that stands, as long as the claim isn't public. */
export function useReopenVerdict(claimId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verdict: string) =>
      send<VerdictStanding>(`/claims/${claimId}/verdict/reopen/`, {
        method: "POST",
        body: { verdict },
      }),
    onSuccess: () => forgetReviews(client, claimId),
  });
}
