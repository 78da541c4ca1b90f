import { type RefObject, useEffect, useRef } from "react";

/**
 * The row that the keys have reached is in sight and has the focus, so that it is read out.
 *
 * What takes the focus is the row's [data-row-focus], else the row itself (with a tabIndex); where
 * the focus lies within the row already, nothing moves: a row that slipped away under the pointer
 * would take the click with it.
 */
export function useRowInSight<T extends HTMLElement>(isReached: boolean): RefObject<T | null> {
  const row = useRef<T>(null);
  useEffect(() => {
    if (!isReached || !row.current) return;
    if (row.current.contains(document.activeElement)) return;
    row.current.scrollIntoView({ block: "nearest" });
    const target = row.current.querySelector<HTMLElement>("[data-row-focus]") ?? row.current;
    target.focus({ preventScroll: true });
  }, [isReached]);
  return row;
}
