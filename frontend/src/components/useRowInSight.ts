import { type RefObject, useEffect, useRef } from "react";

/**
 * The row that the keys have reached is in sight and has the focus, so that it is read out.
 *
 * What takes the focus is the row's [data-row-focus], else the row itself (with a tabIndex); a focus
 * that lies within the row already stays where it is.
 */
export function useRowInSight<T extends HTMLElement>(isReached: boolean): RefObject<T | null> {
  const row = useRef<T>(null);
  useEffect(() => {
    if (!isReached || !row.current) return;
    row.current.scrollIntoView({ block: "nearest" });
    if (row.current.contains(document.activeElement)) return;
    const target = row.current.querySelector<HTMLElement>("[data-row-focus]") ?? row.current;
    target.focus({ preventScroll: true });
  }, [isReached]);
  return row;
}
