import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { Period } from "@/model/statistics";

/** The period asked for, held in the address, so that a link shows the same figures. */
export function usePeriod(): [Period, (change: Partial<Period>) => void] {
  const [search, setSearch] = useSearchParams();
  const period = useMemo(
    () => ({
      since: search.get("since") ?? "",
      until: search.get("until") ?? "",
      language: search.get("language") ?? "",
    }),
    [search],
  );
  const setPeriod = useCallback(
    (change: Partial<Period>) =>
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
  return [period, setPeriod];
}
