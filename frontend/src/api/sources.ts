import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Source, SourceSuggestion } from "@/model/review";
import { queryOf, send } from "./client";
import { forgetReviews } from "./annotations";

const POLL_MS = 2_000;

const claimSources = (claimId: string, q: string) =>
  queryOptions({
    queryKey: ["source", "for", claimId, q],
    queryFn: ({ signal }) =>
      send<{ results: SourceSuggestion[] }>(`/claims/${claimId}/sources/${queryOf({ q })}`, {
        signal,
      }),
  });

/** Earlier sources whose words fit `q`, those that speak of the claim first; `read` waits for them. */
export function useClaimSources(claimId: string, q: string) {
  const client = useQueryClient();
  const query = useQuery(claimSources(claimId, q));
  return { ...query, read: (words: string) => client.fetchQuery(claimSources(claimId, words)) };
}

/** Add a source by its address; its page is fetched and says by itself what it is called. */
export function useAddSource() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (url: string) => send<Source>("/sources/", { method: "POST", body: { url } }),
    onSuccess: (source) => {
      client.setQueryData(["source", source.id], source);
      return client.invalidateQueries({ queryKey: ["source", "for"] });
    },
  });
}

/** One source as it stands; asked again while a copy is being fetched. */
export function useSource(known: Source) {
  return useQuery({
    queryKey: ["source", known.id],
    queryFn: ({ signal }) => send<Source>(`/sources/${known.id}/`, { signal }),
    initialData: known,
    // a source known by name only is asked for at once
    initialDataUpdatedAt: known.copy ? undefined : 0,
    staleTime: POLL_MS,
    refetchInterval: (query) => (query.state.data?.copy?.state === "queued" ? POLL_MS : false),
  });
}

/** The readable words of the newest kept copy. */
export function useCopyText(sourceId: string, isOpen: boolean) {
  return useQuery({
    queryKey: ["source", sourceId, "text"],
    queryFn: ({ signal }) => send<{ text: string }>(`/sources/${sourceId}/copy/text/`, { signal }),
    enabled: isOpen,
  });
}

/** Fetch a copy of the page (again). */
export function useArchiveSource(claimId: string) {
  return useSourceAct<string>(claimId, (id) =>
    send<Source>(`/sources/${id}/archive/`, { method: "POST" }),
  );
}

/** Attach a copy that a person saved: a file, or its words. */
export function useAttachCopy(claimId: string) {
  return useSourceAct<{ id: string; file?: File; text?: string }>(claimId, ({ id, file, text }) =>
    send<Source>(`/sources/${id}/copy/`, { method: "POST", body: file ? formOf(file) : { text } }),
  );
}

/** Say what a source is called, who published it and when. */
export function useDescribeSource(claimId: string) {
  type Description = Pick<Source, "id" | "title" | "publisher" | "published_on">;
  return useSourceAct<Description>(claimId, ({ id, ...body }) =>
    send<Source>(`/sources/${id}/`, { method: "PATCH", body }),
  );
}

function useSourceAct<Given>(claimId: string, act: (given: Given) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["source"] });
      await forgetReviews(client, claimId);
    },
  });
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.set("file", file);
  return form;
}
