import { type RefObject, useEffect, useRef, useState } from "react";

/**
 * A field that a person's own act has just opened takes the focus, behind the words that are in it.
 *
 * isAskedFor: whether such an act opened it; what it is later makes no difference.
 */
export function useFocusOnMount<T extends HTMLElement>(isAskedFor = true): RefObject<T | null> {
  const field = useRef<T>(null);
  const [isWanted] = useState(isAskedFor);
  useEffect(() => {
    if (!isWanted) return;
    field.current?.focus({ preventScroll: true });
    if (field.current instanceof HTMLTextAreaElement) {
      const end = field.current.value.length;
      field.current.setSelectionRange(end, end);
    }
    field.current?.scrollIntoView({ block: "center" });
  }, [isWanted]);
  return field;
}
