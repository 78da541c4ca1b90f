import { type RefObject, useEffect, useRef } from "react";

/** A field that a person's own act has just opened takes the focus. */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T | null> {
  const field = useRef<T>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.scrollIntoView({ block: "center" });
  }, []);
  return field;
}
