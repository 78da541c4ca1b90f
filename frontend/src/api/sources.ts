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

/** A document that is added as a file, with what is known about it. */
export interface SourceFile {
  file: File;
  title: string;
  publisher: string;
  published_on: string;
}

/**
 * Add a source by its address or as a file.
 *
 * A page is fetched and says by itself what it is called; the words of a file are read meanwhile.
 */
export function useAddSource() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { url: string } | SourceFile) =>
      send<Source>("/sources/", {
        method: "POST",
        body: "file" in given ? formOf(given) : given,
      }),
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
    refetchInterval: (query) => (isUnderWay(query.state.data) ? POLL_MS : false),
  });
}

/** Is its copy still being fetched, or its words being read? */
function isUnderWay(source?: Source): boolean {
  return source?.copy?.state === "queued" || source?.copy?.text_state === "waiting";
}

/** Where the browser finds the bytes of a source's copy. */
export function copyFileOf(sourceId: string): string {
  return `/api/v1/sources/${sourceId}/copy/file/`;
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
    send<Source>(`/sources/${id}/copy/`, { method: "POST", body: file ? formOf({ file }) : { text } }),
  );
}

/** Say what a source is called, who published it and when; where it stands, if it came by file. */
export function useDescribeSource(claimId: string) {
  type Description = Pick<Source, "id" | "title" | "publisher" | "published_on"> & { url?: string };
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

function formOf(fields: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields) as [string, string | File][]) {
    if (value !== "") form.set(name, value);
  }
  return form;
}
