import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Claim, SpanPair } from "@/model/claim";
import type { ProposedPart } from "@/model/proposedPart";
import { claimsKey } from "./claims";
import { send } from "./client";

/** The claims that were made, and those they were made from, now dismissed. */
export interface Reshaped {
  made: Claim[];
  origins: Claim[];
}

export interface Splitting {
  claim: Claim;
  parts: { segments: SpanPair[]; text: string }[];
}

export interface Merging {
  claim: Claim;
  others: readonly Claim[];
  text: string;
}

/** Make several claims out of one. */
export function useSplitClaim(articleId: string) {
  return useReshaping(articleId, ({ claim, parts }: Splitting) =>
    send<Reshaped>(`/claims/${claim.id}/split/`, {
      method: "POST",
      body: { parts },
      version: claim.version,
    }),
  );
}

/** What a claim may be split into; asked for only when somebody wants to see it. */
export function useProposedParts(claimId: string, isAsked: boolean) {
  return useQuery({
    queryKey: ["claim", claimId, "parts"],
    queryFn: async ({ signal }) =>
      (await send<{ parts: ProposedPart[] }>(`/claims/${claimId}/parts/`, { signal })).parts,
    enabled: isAsked,
  });
}

/** Make one claim out of several of the same article. */
export function useMergeClaims(articleId: string) {
  return useReshaping(articleId, ({ claim, others, text }: Merging) =>
    send<Reshaped>(`/claims/${claim.id}/merge/`, {
      method: "POST",
      body: { others: others.map(({ id, version }) => ({ id, version })), text },
      version: claim.version,
    }),
  );
}

/** Bring back what was split or merged; `origin` as it came back from that act. */
export function useTakeBack(articleId: string) {
  return useReshaping(articleId, (origin: Claim) =>
    send<Claim>(`/claims/${origin.id}/reopen/`, { method: "POST", version: origin.version }),
  );
}

/** Several claims change at once: the article's list is read again. */
function useReshaping<Given, Answer>(articleId: string, act: (given: Given) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: claimsKey(articleId) }),
  });
}
