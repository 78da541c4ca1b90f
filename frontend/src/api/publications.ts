import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  DraftFields,
  OutcomeInput,
  Publication,
  ReplyInput,
  Severity,
} from "@/model/publication";
import { forgetReviews } from "./annotations";
import { fixClaim } from "./claims";
import { send } from "./client";

const publicationKey = (claimId: string) => ["claim", claimId, "publication"];

export type PublicationAct =
  | { act: "publish" }
  | { act: "correct"; severity: Severity; notice: string }
  | { act: "withdraw"; notice: string };

/** A claim's draft, gate and published versions. */
export function usePublication(claimId: string) {
  return useQuery({
    queryKey: publicationKey(claimId),
    queryFn: ({ signal }) => readPublication(claimId, signal),
  });
}

/** The publication as it stands now. */
export function readPublication(claimId: string, signal?: AbortSignal): Promise<Publication> {
  return send<Publication>(`/claims/${claimId}/publication/`, { signal });
}

/** Keep the draft. Throws a conflict when another editor changed it since `version`. */
export function useSaveDraft(claimId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ fields, version }: { fields: DraftFields; version: number }) =>
      send<Publication>(`/claims/${claimId}/publication/draft/`, {
        method: "PUT",
        body: fields,
        version,
      }),
    onSuccess: (publication) => {
      fixClaim(client, claimId);
      client.setQueryData(publicationKey(claimId), publication);
    },
  });
}

/** Publish, correct or withdraw. */
export function usePublicationAct(claimId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, ...body }: PublicationAct) =>
      send<unknown>(`/claims/${claimId}/publication/${act}/`, { method: "POST", body }),
    onSuccess: () => forgetReviews(client, claimId),
  });
}

/** A request for a reply, or what came of one (`reply`: its id). */
export type ReplyLine = ReplyInput | (OutcomeInput & { reply: string });

/** Add a line to the log of replies. */
export function useLogReply(claimId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: ReplyLine) => {
      const at = `/claims/${claimId}/publication/replies/`;
      if (!("reply" in given)) return send<Publication>(at, { method: "POST", body: given });
      const { reply, ...body } = given;
      return send<Publication>(`${at}${reply}/outcomes/`, { method: "POST", body });
    },
    onSuccess: (publication) => {
      fixClaim(client, claimId);
      client.setQueryData(publicationKey(claimId), publication);
    },
  });
}
