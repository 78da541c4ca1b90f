import { use, useEffect, useRef } from "react";
import { type KeyBinding, KeyContext, type KeyRegistry } from "./KeyContext";

/** The registry of keys; a page without one has a mistake in its set-up. */
export function useKeyRegistry(): KeyRegistry {
  const registry = use(KeyContext);
  if (!registry) throw new Error("useKeys needs a KeyProvider above it.");
  return registry;
}

/** Let these keys work while the component is on the page. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const { add } = useKeyRegistry();
  const layer = useRef<readonly KeyBinding[]>(bindings);
  useEffect(() => {
    layer.current = bindings;
  });
  useEffect(() => add(layer), [add]);
}
