import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import type { HistoryEntry } from "@/model/history";
import { isRepeated, isWrongState } from "@/model/problem";
import type { Annotation, ReviewInput, VisibleReviews } from "@/model/review";
import { fixClaim, readClaimAnew } from "./claims";
import { send } from "./client";

const reviewsKey = (claimId: string) => ["claim", claimId, "annotations"];

/** The reviews of a claim that this person may see. */
export function useReviews(claimId: string) {
  return useQuery(readingOf(claimId));
}

/** Read the reviews of a claim that is about to be opened, so that the form is there with it. */
export function useReviewsAhead(claimId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (claimId) void client.prefetchQuery(readingOf(claimId));
  }, [client, claimId]);
}

function readingOf(claimId: string) {
  return queryOptions({
    queryKey: reviewsKey(claimId),
    queryFn: ({ signal }) => send<VisibleReviews>(`/claims/${claimId}/annotations/`, { signal }),
  });
}

/** The review as it stands now, with its version. */
export function readReview(id: string): Promise<Annotation> {
  return send<Annotation>(`/annotations/${id}/`);
}

/** What was done to a review and to its evidence, oldest first. */
export function useReviewHistory(review: Annotation) {
  return useQuery({
    queryKey: ["claim", review.claim, "annotations", review.id, review.updated_at],
    queryFn: ({ signal }) =>
      send<{ results: HistoryEntry[] }>(`/annotations/${review.id}/history/`, { signal }),
  });
}

/** Submit a first review of a claim; `onSent` comes before anything is read anew. */
export function useSubmitReview(claimId: string, onSent?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReviewInput) =>
      send<Annotation>(`/claims/${claimId}/annotations/`, { method: "POST", body }),
    onSuccess: () => {
      onSent?.();
      fixClaim(client, claimId);
      return forgetReviews(client, claimId);
    },
    // someone may have reopened the claim meanwhile, or another window reviewed it
    onError: (error) => {
      if (isWrongState(error)) return readClaimAnew(client, claimId);
      return isRepeated(error) ? forgetReviews(client, claimId) : undefined;
    },
  });
}

/** A review kept while there was no connection; `own` names the one to revise, null for a first. */
export interface KeptReview {
  claimId: string;
  own: { id: string; version: number } | null;
  body: ReviewInput;
}

/** Send a review that waited for a connection, whichever claim it is of. */
export function useSendKeptReview() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ claimId, own, body }: KeptReview) =>
      own
        ? send<Annotation>(`/annotations/${own.id}/`, {
            method: "PATCH",
            body,
            version: own.version,
          })
        : send<Annotation>(`/claims/${claimId}/annotations/`, { method: "POST", body }),
    onSuccess: (_, { claimId }) => {
      fixClaim(client, claimId);
      return forgetReviews(client, claimId);
    },
  });
}

/** Revise one's own review. Throws a conflict when it changed since `version`. */
export function useReviseReview(claimId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, body }: { id: string; version: number; body: ReviewInput }) =>
      send<Annotation>(`/annotations/${id}/`, { method: "PATCH", body, version }),
    onSuccess: () => forgetReviews(client, claimId),
  });
}

/** Withdraw one's own review. */
export function useWithdrawReview(claimId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      send<Annotation>(`/annotations/${id}/`, { method: "DELETE", version }),
    onSuccess: () => forgetReviews(client, claimId),
  });
}

/** Hide a review, or show it again, with a reason (moderators). */
export function useModerateReview(claimId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act, reason }: { id: string; act: "hide" | "restore"; reason: string }) =>
      send<Annotation>(`/annotations/${id}/${act}/`, { method: "POST", body: { reason } }),
    onSuccess: () => forgetReviews(client, claimId),
  });
}

/** Read a claim's reviews, verdict and publication anew. */
export function useReadAnew(claimId: string): () => void {
  const client = useQueryClient();
  return () => void forgetReviews(client, claimId);
}

/** Reviews decide verdict and publish gate, so all three are read again. */
export async function forgetReviews(client: QueryClient, claimId: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ["claim", claimId] }),
    client.invalidateQueries({ queryKey: ["verdicts"] }),
  ]);
}
