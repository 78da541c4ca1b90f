import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useLocalStorage } from "@mantine/hooks";
import { KeyContext, type KeyLayer, type KeyRegistry } from "./KeyContext";
import { type KeyMap, moved, OWN_KEYS } from "./keyMap";
import { bindingFor, isField } from "./matchKey";

const DIALOG = "[role=dialog][aria-modal=true]";

/** Hears every key press once and hands it to the newest layer that wants it. */
export function KeyProvider({ children }: { children: ReactNode }) {
  const layers = useRef<KeyLayer[]>([]);
  const [areOn, switchOn] = useLocalStorage({ key: "vaglio.keys", defaultValue: true });
  const [map, setMap] = useLocalStorage<KeyMap>({ key: "vaglio.keymap", defaultValue: OWN_KEYS });

  const registry = useMemo<KeyRegistry>(() => {
    const bindings = () => layers.current.flatMap((layer) => [...layer.current]);
    const add = (layer: KeyLayer) => {
      layers.current = [layer, ...layers.current];
      return () => {
        layers.current = layers.current.filter((other) => other !== layer);
      };
    };
    const move = (key: string, pressed: string) => setMap((before) => moved(before, key, pressed));
    return { add, bindings, areOn, switchOn, map, move, reset: () => setMap(OWN_KEYS) };
  }, [areOn, switchOn, map, setMap]);

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === "Escape") leaveField(event);
      if (document.querySelector(DIALOG)) return;
      const binding = bindingFor(event, registry.bindings(), registry.map);
      if (!binding || (!registry.areOn && !binding.inFields)) return;
      event.preventDefault();
      binding.run();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [registry]);

  return <KeyContext value={registry}>{children}</KeyContext>;
}

/** Esc gives the keys back to the page after typing; inside a dialog Esc is the dialog's. */
function leaveField(event: KeyboardEvent): void {
  const field = event.target;
  if (!isField(field) || !(field instanceof HTMLElement) || field.closest(DIALOG)) return;
  field.blur();
}
