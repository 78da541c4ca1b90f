import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Annotation, ReviewInput, VisibleReviews } from "@/model/review";
import { send } from "./client";

const reviewsKey = (claimId: string) => ["claim", claimId, "annotations"];

/** The reviews of a claim that this person may see. */
export function useReviews(claimId: string) {
  return useQuery({
    queryKey: reviewsKey(claimId),
    queryFn: ({ signal }) => send<VisibleReviews>(`/claims/${claimId}/annotations/`, { signal }),
  });
}

/** The review as it stands now, with its version. */
export function readReview(id: string): Promise<Annotation> {
  return send<Annotation>(`/annotations/${id}/`);
}

/** Submit a first review of a claim. */
export function useSubmitReview(claimId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReviewInput) =>
      send<Annotation>(`/claims/${claimId}/annotations/`, { method: "POST", body }),
    onSuccess: () => forgetReviews(client, claimId),
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

/** Reviews decide verdict and publish gate, so all three are read again. */
export async function forgetReviews(client: QueryClient, claimId: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ["claim", claimId] }),
    client.invalidateQueries({ queryKey: ["verdicts"] }),
  ]);
}
