import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { ArticleFilters } from "@/api/articles";

/** The list's filters, held in the address so that a view can be shared and gone back to. */
export function useArticleFilters(): [ArticleFilters, (change: Partial<ArticleFilters>) => void] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(
    () => ({
      q: search.get("q") ?? "",
      language: search.get("language") ?? "",
      publisher: search.get("publisher") ?? "",
      state: search.get("state") ?? "",
    }),
    [search],
  );
  const setFilters = useCallback(
    (change: Partial<ArticleFilters>) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [filters, setFilters];
}
