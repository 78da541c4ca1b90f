import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Match, MatchDecision } from "@/model/earlierClaim";
import { send } from "./client";

interface Matches {
  results: Match[];
}

const matchesKey = (claimId: string) => ["claim", claimId, "matches"];

/** Earlier published claims that may say the same, the likest first. */
export function useMatches(claimId: string) {
  return useQuery({
    queryKey: matchesKey(claimId),
    queryFn: ({ signal }) => send<Matches>(`/claims/${claimId}/matches/`, { signal }),
    select: ({ results }) => results,
  });
}

/** Say that two claims are the same or different; null takes it back. */
export function useDecideMatch(claimId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ match, decision }: { match: Match; decision: MatchDecision | null }) =>
      send<Matches>(`/claims/${claimId}/matches/${match.id}/decision/`, {
        method: "POST",
        body: { decision },
      }),
    onSuccess: (matches) => {
      client.setQueryData(matchesKey(claimId), matches);
      void client.invalidateQueries({ queryKey: ["matches"] });
    },
  });
}
