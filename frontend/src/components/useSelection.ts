import { useCallback, useMemo, useState } from "react";

interface Row {
  id: string;
}

/** Rows picked for one act on all of them. */
export interface Selection<T> {
  rows: readonly T[];
  has: (id: string) => boolean;
  /** Pick a row, or leave it out again. */
  toggle: (id: string) => void;
  /** Pick every row from the last one picked to this one. */
  extendTo: (id: string) => void;
  clear: () => void;
}

/** Pick rows of a list; what is no longer in the list is no longer picked. */
export function useSelection<T extends Row>(all: readonly T[]): Selection<T> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const rows = useMemo(() => all.filter((row) => ids.has(row.id)), [all, ids]);

  const toggle = useCallback((id: string) => {
    setLast(id);
    setIds((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  const extendTo = useCallback(
    (id: string) => {
      const place = (of: string | null) => all.findIndex((row) => row.id === of);
      const [from, to] = [place(last), place(id)];
      const [first, end] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
      setLast(id);
      setIds((before) => new Set([...before, ...all.slice(first, end + 1).map((row) => row.id)]));
    },
    [all, last],
  );
  const clear = useCallback(() => setIds(new Set()), []);
  return useMemo(
    () => ({ rows, has: (id: string) => ids.has(id), toggle, extendTo, clear }),
    [rows, ids, toggle, extendTo, clear],
  );
}
