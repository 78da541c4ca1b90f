import { use, useLayoutEffect, useRef } from "react";
import { type KeyBinding, KeyContext, type KeyRegistry } from "./KeyContext";
import { pressedFor } from "./keyMap";

/** The registry of keys; a page without one has a mistake in its set-up. */
export function useKeyRegistry(): KeyRegistry {
  const registry = use(KeyContext);
  if (!registry) throw new Error("useKeys needs a KeyProvider above it.");
  return registry;
}

/** Gives the key to print for what the interface calls a key: a person may have moved it. */
export function usePrintedKey(): (key: string) => string {
  const map = use(KeyContext)?.map;
  return (key) => (map ? pressedFor(map, key) : key);
}

/** Let these keys work while the component is on the page, from the moment it is seen. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const { add } = useKeyRegistry();
  const layer = useRef<readonly KeyBinding[]>(bindings);
  useLayoutEffect(() => {
    layer.current = bindings;
  });
  useLayoutEffect(() => add(layer), [add]);
}
