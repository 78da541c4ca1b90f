import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { VerdictStanding } from "@/model/verdict";
import { forgetReviews } from "./annotations";
import { send } from "./client";

/** How far a claim is on its way to a verdict. */
export function useVerdict(claimId: string) {
  return useQuery({
    queryKey: ["claim", claimId, "verdict"],
    queryFn: ({ signal }) => send<VerdictStanding>(`/claims/${claimId}/verdict/`, { signal }),
  });
}

/** Settle with the agreed rating (nothing given), or adjudicate with a rating and a reason. */
export function useSettle(claimId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { rating?: string; reason?: string }) =>
      send<unknown>(`/claims/${claimId}/verdict/`, { method: "POST", body }),
    onSuccess: () => forgetReviews(client, claimId),
  });
}
