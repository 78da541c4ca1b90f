import { type RefObject, useEffect, useRef } from "react";

/** A field that a person's own act has just opened takes the focus, behind the words that are in it. */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T | null> {
  const field = useRef<T>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    if (field.current instanceof HTMLTextAreaElement) {
      const end = field.current.value.length;
      field.current.setSelectionRange(end, end);
    }
    field.current?.scrollIntoView({ block: "center" });
  }, []);
  return field;
}
