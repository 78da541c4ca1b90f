import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { Claim, Dismissal, QueuedClaim } from "@/model/claim";
import type { ClaimChange } from "@/model/claimAct";
import type { HistoryEntry } from "@/model/history";
import type { Page } from "@/model/page";
import { isConflict } from "@/model/problem";
import { queryOf, send } from "./client";
import { keptRows } from "./keptRows";
import { sendForAll } from "./lists";

export const QUEUE = "queue";
const keptClaims = keptRows<Claim>((claim) => claim.id);
export const claimsKey = (articleId: string) => ["article", articleId, "claims"];

/** What the queue can be narrowed by; empty strings mean all. */
export interface QueueFilters {
  /** What the person comes for; empty for all claims. */
  mode: QueueMode | "";
  q: string;
  review_state: string;
  kind: string;
  language: string;
  publisher: string;
  speaker: string;
  article: string;
  assigned_to: string;
  overdue: string;
  min_check_worthiness: string;
}

export const QUEUE_MODES = ["triage", "first", "second", "decide", "publish", "mine"] as const;
export type QueueMode = (typeof QUEUE_MODES)[number];

/** All claims of an article in reading order. */
export function useClaims(articleId: string) {
  return useQuery({
    queryKey: claimsKey(articleId),
    queryFn: ({ signal }) =>
      sendForAll<Claim>(`/articles/${articleId}/claims/?page_size=200`, signal),
    structuralSharing: keptClaims,
  });
}

/** Claims over all articles, those most worth checking first; one's own by their due time. */
export function useQueue(filters: QueueFilters) {
  return useInfiniteQuery({
    queryKey: [QUEUE, filters],
    queryFn: ({ pageParam, signal }) => send<Page<QueuedClaim>>(pageParam, { signal }),
    initialPageParam: `/claims/${queryOf({ ...filters, ordering: filters.mode === "mine" ? "due_at" : "-check_worthiness" })}`,
    getNextPageParam: (page) => page.next,
    // other filters: the old list stays until the new one is there
    placeholderData: keepPreviousData,
    // a list that is being worked through must not move under the reader
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Who changed a claim, when and how. */
export function useClaimHistory(claimId: string, version: number) {
  return useQuery({
    queryKey: ["claim", claimId, "history", version],
    queryFn: ({ signal }) =>
      send<{ results: HistoryEntry[] }>(`/claims/${claimId}/history/`, { signal }),
  });
}

/** Accept, dismiss, reopen, reword or resize a claim; on a conflict the newer claim is read first. */
export function useChangeClaim() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: sendChange,
    onSuccess: (claim) => {
      replaceClaim(client, claim);
      return client.invalidateQueries({ queryKey: ["verdicts"] });
    },
    onError: async (error, { claim }) => {
      if (isConflict(error)) await readClaimAnew(client, claim.id);
    },
  });
}

/** One decision about many claims: all or none. */
export function useDecideMany() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, reason, claims }: BulkDecision) =>
      send<{ results: Claim[] }>("/claims/decide/", {
        method: "POST",
        body: { act, reason, claims: claims.map(({ id, version }) => ({ id, version })) },
      }),
    onSuccess: ({ results }) => {
      for (const claim of results) replaceClaim(client, claim);
      return client.invalidateQueries({ queryKey: ["verdicts"] });
    },
  });
}

export interface BulkDecision {
  act: "accept" | "dismiss" | "reopen";
  reason?: Dismissal;
  claims: Pick<Claim, "id" | "version">[];
}

/** The claim as it stands now. */
export function readClaim(id: string): Promise<Claim> {
  return send<Claim>(`/claims/${id}/`);
}

/** Read a claim once more into every list that shows it; where no answer comes it stays as it is. */
export async function readClaimAnew(client: QueryClient, id: string): Promise<void> {
  const claim = await readClaim(id).catch(() => null);
  if (claim) replaceClaim(client, claim);
}

function sendChange({ claim, change }: ClaimChange): Promise<Claim> {
  const { act, ...body } = change;
  const path = `/claims/${claim.id}/${act}/`;
  return send<Claim>(path, { method: "POST", body, version: claim.version });
}

/** Make a claim of a person's own from a span of the text. */
export function useAddClaim(articleId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { start: number; end: number; text?: string }) =>
      send<Claim>(`/articles/${articleId}/claims/`, { method: "POST", body }),
    onSuccess: (claim) =>
      client.setQueryData<Claim[]>(claimsKey(articleId), (claims = []) =>
        [...claims, claim].sort((a, b) => a.start - b.start || a.end - b.end),
      ),
  });
}

/** Put a newer claim into every list that shows it, leaving its neighbours as they are. */
function replaceClaim(client: QueryClient, claim: Claim): void {
  const replace = <T extends Claim>(old: T): T => (old.id === claim.id ? { ...old, ...claim } : old);
  client.setQueryData<Claim[]>(claimsKey(claim.article), (claims) => claims?.map(replace));
  client.setQueriesData<InfiniteData<Page<QueuedClaim>>>({ queryKey: [QUEUE] }, (queue) =>
    queue && {
      ...queue,
      pages: queue.pages.map((page) => ({ ...page, results: page.results.map(replace) })),
    },
  );
}

/** Note that people's work rests on a claim now, in every list that shows it. */
export function fixClaim(client: QueryClient, claimId: string): void {
  const fix = <T extends Claim>(old: T): T => (old.id === claimId ? { ...old, fixed: true } : old);
  client.setQueriesData<Claim[]>(
    { predicate: ({ queryKey: [room, , part] }) => room === "article" && part === "claims" },
    (claims) => claims?.map(fix),
  );
}
