import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

/**
 * What a screen is narrowed by, held in its address: a link shows the same, and so does going back.
 *
 * names: the filters' names, a constant list. Gives their values, "" where nothing is asked for,
 * and a function that changes some of them.
 */
export function useAddressFilters<Name extends string>(
  names: readonly Name[],
): [Record<Name, string>, (change: Partial<Record<Name, string>>) => void] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(
    () =>
      Object.fromEntries(names.map((name) => [name, search.get(name) ?? ""])) as Record<Name, string>,
    [names, search],
  );
  const change = useCallback(
    (given: Partial<Record<Name, string>>) =>
      setSearch((before) => changed(before, given), { replace: true }),
    [setSearch],
  );
  return [filters, change];
}

/** The address with some parameters changed; one without a value is left out. */
export function changed(
  before: URLSearchParams,
  given: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(given)) {
    if (value) after.set(name, value);
    else after.delete(name);
  }
  return after;
}
