import { useQueries } from "@tanstack/react-query";
import type { BestMatch } from "@/model/match";
import { send } from "./client";

/** The likest earlier claim of each claim that has one, asked for page by page of a list. */
export function useBestMatches(pages: readonly (readonly string[])[]): ReadonlyMap<string, BestMatch> {
  return useQueries({
    queries: pages.map((ids) => ({
      queryKey: ["matches", ...ids],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        send<{ results: BestMatch[] }>(`/claims/matches/?${queryOfClaims(ids)}`, { signal }),
      enabled: ids.length > 0,
    })),
    combine: byClaim,
  });
}

function queryOfClaims(ids: readonly string[]): string {
  return new URLSearchParams(ids.map((id) => ["claim", id])).toString();
}

function byClaim(
  answers: { data: { results: BestMatch[] } | undefined }[],
): ReadonlyMap<string, BestMatch> {
  const all = answers.flatMap(({ data }) => data?.results ?? []);
  return new Map(all.map((match) => [match.claim, match]));
}
