import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { QueueFilters } from "@/api/claims";

const ALL = "all";

/** The queue's filters, held in the address; without one, what is still to be decided. */
export function useQueueFilters(): [QueueFilters, (change: Partial<QueueFilters>) => void] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => {
    const state = search.get("review_state") ?? "proposed";
    return {
      q: search.get("q") ?? "",
      review_state: state === ALL ? "" : state,
      kind: search.get("kind") ?? "",
      language: search.get("language") ?? "",
      min_check_worthiness: search.get("min_check_worthiness") ?? "",
    };
  }, [search]);

  const setFilters = useCallback(
    (change: Partial<QueueFilters>) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            const kept = name === "review_state" && value === "" ? ALL : value;
            if (kept) after.set(name, kept);
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
