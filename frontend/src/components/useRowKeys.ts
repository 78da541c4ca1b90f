import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "@/keyboard/useKeys";

interface Row {
  id: string;
}

/** Walk through a list with j, k or the arrows and open a row with Enter. */
export function useRowKeys<T extends Row>(rows: readonly T[], onOpen: (row: T) => void) {
  const { t } = useTranslation();
  const [activeId, setActiveId] = useState<string | null>(null);
  const at = rows.findIndex((row) => row.id === activeId);

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
      run: () => {
        const row = rows[at];
        if (row) onOpen(row);
      },
    },
  ]);
  return { activeId, setActiveId, active: rows[at] ?? null, goTo, at };
}
