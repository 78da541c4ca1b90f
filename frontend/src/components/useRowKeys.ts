import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { useKeys } from "@/keyboard/useKeys";
import { keepList } from "./lastList";
import { type PagedList, useListAsLeft, useNextPage } from "./useListAsLeft";

/** How many rows behind the reached one may stand in for it. */
const BEHIND = 50;
/** So near to the end the next page is asked for, so that it is there when the keys reach it. */
const NEAR_END = 10;

interface Row {
  id: string;
}

/**
 * Walk through a list with j, k or the arrows and open a row with Enter.
 *
 * The first row is active where none was reached yet, or is no longer in the list. Only a row that
 * was reached may take the focus; who comes back to the list finds it where they left it, and where
 * their row is gone, the next one that is still there. The keys lead on beyond a page's end.
 */
export function useRowKeys<T extends Row>(
  rows: readonly T[],
  list: PagedList,
  onOpen: (row: T) => void,
) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const address = pathname + search;
  const { left, isComing } = useListAsLeft(list, address, rows.length);
  const [pickedId, setActiveId] = useState<string | null>(null);
  const wanted = pickedId ? [pickedId] : (left?.rowIds ?? []);
  const reachedAt = placeOfFirst(wanted, rows);
  const isReached = reachedAt >= 0;
  const at = !isReached && rows.length > 0 ? 0 : reachedAt;
  const active = rows[at] ?? null;
  useNextPage(list, isReached && at >= rows.length - NEAR_END, rows.length);

  useEffect(() => {
    if (isComing) return;
    const behind = reachedAt < 0 ? [] : rows.slice(reachedAt, reachedAt + BEHIND);
    keepList({ address, rowIds: behind.map(({ id }) => id), count: rows.length });
  }, [address, isComing, reachedAt, rows]);
  const goTo = useCallback(
    (index: number) => {
      const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
      if (row) setActiveId(row.id);
    },
    [rows],
  );
  useKeys([
    { keys: ["j", "ArrowDown"], does: t("keys.next"), run: () => goTo(at + 1) },
    { keys: ["k", "ArrowUp"], does: t("keys.previous"), run: () => goTo(at - 1) },
    {
      keys: ["Enter"],
      does: t("keys.open"),
      isOff: at < 0,
      run: () => active && onOpen(active),
    },
  ]);
  return { activeId: active?.id ?? null, setActiveId, active, isReached, goTo, at };
}

/** Where the first of the wanted rows stands that is there; -1 for none. */
function placeOfFirst(wanted: readonly string[], rows: readonly Row[]): number {
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  return places.get(wanted.find((id) => places.has(id)) ?? "") ?? -1;
}
