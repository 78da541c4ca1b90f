import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { QUEUE_MODES, type QueueFilters, type QueueMode } from "@/api/claims";
import { changed } from "@/components/useAddressFilters";

const ALL = "all";
const TRIAGE: QueueMode = "triage";

/** No filter but the mode. */
export const NO_FILTERS = {
  q: "",
  review_state: "",
  kind: "",
  language: "",
  publisher: "",
  speaker: "",
  article: "",
  assigned_to: "",
  overdue: "",
  min_check_worthiness: "",
} as const;

/** Is the queue narrowed by more than its mode? */
export function isNarrowed(filters: QueueFilters): boolean {
  return Object.keys(NO_FILTERS).some((name) => filters[name as keyof typeof NO_FILTERS]);
}

/** The queue's filters, held in the address; without a mode, what is still to be decided. */
export function useQueueFilters(): [QueueFilters, (change: Partial<QueueFilters>) => void] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => {
    const given = (name: string) => search.get(name) ?? "";
    const mode = modeOf(search.get("mode"));
    return {
      mode,
      q: given("q"),
      // each mode has its own states; only the list of all claims can be narrowed by them
      review_state: mode ? "" : given("review_state"),
      kind: given("kind"),
      language: given("language"),
      publisher: given("publisher"),
      speaker: given("speaker"),
      article: given("article"),
      assigned_to: mode === "mine" ? "" : given("assigned_to"),
      overdue: given("overdue"),
      min_check_worthiness: given("min_check_worthiness"),
    };
  }, [search]);

  const setFilters = useCallback(
    (change: Partial<QueueFilters>) =>
      setSearch(
        (before) => changed(before, change.mode === "" ? { ...change, mode: ALL } : change),
        { replace: true },
      ),
    [setSearch],
  );
  return [filters, setFilters];
}

function modeOf(named: string | null): QueueMode | "" {
  if (named === ALL) return "";
  return QUEUE_MODES.find((mode) => mode === named) ?? TRIAGE;
}
