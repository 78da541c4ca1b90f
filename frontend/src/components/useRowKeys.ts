import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { useKeys } from "@/keyboard/useKeys";
import { keepList, lastRowAt } from "./lastList";

interface Row {
  id: string;
}

/**
 * Walk through a list with j, k or the arrows and open a row with Enter.
 *
 * The first row is active where none was reached yet, or is no longer in the list. Only a row that
 * was reached may take the focus; who comes back to the list finds it where they left it.
 */
export function useRowKeys<T extends Row>(rows: readonly T[], onOpen: (row: T) => void) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const address = pathname + search;
  const [reachedId, setActiveId] = useState(() => lastRowAt(address));
  useEffect(() => keepList(address, reachedId), [address, reachedId]);
  const reachedAt = rows.findIndex((row) => row.id === reachedId);
  const isReached = reachedAt >= 0;
  const at = !isReached && rows.length > 0 ? 0 : reachedAt;
  const active = rows[at] ?? null;

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
