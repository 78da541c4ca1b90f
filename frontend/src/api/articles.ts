import {
  type InfiniteData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { type Article, type ArticleSummary, isMoving, type Sentence } from "@/model/article";
import type { Page } from "@/model/page";
import { queryOf, send } from "./client";
import { sendForAll } from "./lists";

const POLL_MS = 1_500;

/** What the list of articles can be narrowed by; empty strings mean all. */
export interface ArticleFilters {
  q: string;
  language: string;
  publisher: string;
  state: string;
  /** "me", "nobody" or a person's id. */
  assigned_to: string;
}

/** An article to add: by address, as text, or as a file. */
export interface NewArticle {
  url?: string;
  text?: string;
  file?: File;
  title?: string;
  publisher?: string;
  published_at?: string;
  language?: string;
}

/** Articles, newest first; asked again while one of them is being read or split. */
export function useArticles(filters: ArticleFilters) {
  return useInfiniteQuery({
    queryKey: ["articles", filters],
    queryFn: ({ pageParam, signal }) => send<Page<ArticleSummary>>(pageParam, { signal }),
    initialPageParam: `/articles/${queryOf({ ...filters, ordering: "-created_at" })}`,
    getNextPageParam: (page) => page.next,
    refetchInterval: (query) => (anyMoving(query.state.data) ? POLL_MS : false),
  });
}

function anyMoving(data: InfiniteData<Page<ArticleSummary>> | undefined): boolean {
  return data?.pages.some((page) => page.results.some(isMoving)) ?? false;
}

/** One article with its text; asked again while it is being read or split. */
export function useArticle(id: string) {
  return useQuery({
    queryKey: ["article", id],
    queryFn: ({ signal }) => send<Article>(`/articles/${id}/`, { signal }),
    refetchInterval: (query) =>
      query.state.data && isMoving(query.state.data) ? POLL_MS : false,
  });
}

/** The sentences of an article, for picking one by keyboard. */
export function useSentences(articleId: string, isSplit: boolean) {
  return useQuery({
    queryKey: ["article", articleId, "sentences"],
    queryFn: ({ signal }) =>
      sendForAll<Sentence>(`/articles/${articleId}/sentences/?page_size=200`, signal),
    enabled: isSplit,
    staleTime: Infinity,
  });
}

/** Add an article; the API answers at once and reads it afterwards. */
export function useAddArticle() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (article: NewArticle) =>
      send<Article>("/articles/", { method: "POST", body: bodyOf(article) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["articles"] }),
  });
}

function bodyOf({ file, ...fields }: NewArticle): unknown {
  if (!file) return fields;
  const form = new FormData();
  form.set("file", file);
  for (const [name, value] of Object.entries(fields)) if (value) form.set(name, value);
  return form;
}

/** Read or split again what failed. */
export function useRetryArticle() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send<Article>(`/articles/${id}/retry/`, { method: "POST" }),
    onSuccess: (article) => {
      client.setQueryData(["article", article.id], article);
      return client.invalidateQueries({ queryKey: ["articles"] });
    },
  });
}
