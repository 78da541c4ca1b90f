import { type InfiniteData, type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Assignment, Hold, Reviewer } from "@/model/assignment";
import type { QueuedClaim } from "@/model/claim";
import type { Page } from "@/model/page";
import { QUEUE, type QueueFilters } from "./claims";
import { queryOf, send } from "./client";

const KEPT = "vaglio.queue";

/** Claims for a reviewer until a due time. */
export interface Assigning {
  claims?: string[];
  articles?: string[];
  reviewer: string;
  due_at: string;
}

/** An assignment and who gets it; the old due time stays where none is given. */
export interface Move {
  assignment: string;
  reviewer: string;
  due_at?: string;
}

interface Made {
  results: Assignment[];
}

/** The desk's reviewers, with how many claims each holds and owes. */
export function useReviewers() {
  return useQuery({
    queryKey: ["reviewers"],
    queryFn: ({ signal }) => send<{ results: Reviewer[] }>("/reviewers/", { signal }),
    select: ({ results }) => results,
  });
}

/** Take the first free claim that fits the filters, and remember them for the next. */
export function useTakeNext() {
  const mutation = useHoldMutation((filters: QueueFilters) =>
    send<Assignment>(`/assignments/take/${queryOf({ ...filters })}`, { method: "POST" }).then(one),
  );
  const takeNext = async (filters: QueueFilters): Promise<Assignment> => {
    const made = await mutation.mutateAsync(filters);
    rememberQueue(filters);
    return made.results[0] as Assignment;
  };
  return { takeNext, isPending: mutation.isPending };
}

/** Remember with which filters this window works through the queue. */
export function rememberQueue(filters: QueueFilters): void {
  sessionStorage.setItem(KEPT, JSON.stringify(filters));
}

/** The filters with which the last claim was taken from the queue in this window, if one was. */
export function lastQueue(): QueueFilters | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? "null") as QueueFilters | null;
  } catch {
    return null;
  }
}

/** Take this very claim. */
export function useTake() {
  return useHoldMutation((claim: string) =>
    send<Assignment>("/assignments/take/", { method: "POST", body: { claim } }).then(one),
  );
}

/** Assign claims or whole articles, all or none. */
export function useAssign() {
  return useHoldMutation((body: Assigning) =>
    send<Made>("/assignments/", { method: "POST", body }),
  );
}

/** Move assignments to other people, all or none. */
export function useReassign() {
  return useHoldMutation((moves: Move[]) =>
    send<Made>("/assignments/reassign/", { method: "POST", body: { moves } }),
  );
}

/** End holds before a review is there, all or none. */
export function useGiveBack() {
  return useHoldMutation((assignments: string[]) =>
    send<Made>("/assignments/give-back/", { method: "POST", body: { assignments } }),
  );
}

function one(made: Assignment): Made {
  return { results: [made] };
}

/** An act on holds; the queue's rows show what came of it without being read again. */
function useHoldMutation<Given>(act: (given: Given) => Promise<Made>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (made) => {
      showHolds(client, made.results);
      void client.invalidateQueries({ queryKey: ["reviewers"] });
      for (const { claim } of made.results) {
        void client.invalidateQueries({ queryKey: ["claim", claim, "presence"] });
      }
    },
  });
}

/** In each claim's row the newest hold of a person takes the place of their earlier one. */
function showHolds(client: QueryClient, made: readonly Assignment[]): void {
  const replace = (claim: QueuedClaim): QueuedClaim => {
    const own = made.filter((hold) => hold.claim === claim.id);
    if (own.length === 0) return claim;
    const gone = new Set(own.map((hold) => hold.reviewer.id));
    const others = claim.holds.filter((hold) => !gone.has(hold.reviewer.id));
    return { ...claim, holds: [...others, ...own.filter((hold) => !hold.ending)] satisfies Hold[] };
  };
  client.setQueriesData<InfiniteData<Page<QueuedClaim>>>({ queryKey: [QUEUE] }, (queue) =>
    queue && {
      ...queue,
      pages: queue.pages.map((page) => ({ ...page, results: page.results.map(replace) })),
    },
  );
}
