import { createContext } from "react";
import type { KeyMap } from "./keyMap";

/** One key and what it does here. `keys` are values of KeyboardEvent.key; "mod+" asks for Ctrl or ⌘. */
export interface KeyBinding {
  keys: readonly string[];
  /** What it does, in the interface's language: shown in the list of keys. */
  does: string;
  run: () => void;
  /** Works while typing in a field, too. */
  inFields?: boolean;
  isOff?: boolean;
}

/** A layer of bindings; the newest is asked first. */
export interface KeyLayer {
  current: readonly KeyBinding[];
}

export interface KeyRegistry {
  add: (layer: KeyLayer) => () => void;
  bindings: () => KeyBinding[];
  areOn: boolean;
  switchOn: (on: boolean) => void;
  /** Which keys this person moved. */
  map: KeyMap;
  /** Let what the interface calls `key` be pressed as `pressed`. */
  move: (key: string, pressed: string) => void;
  /** Every key as it came. */
  reset: () => void;
}

export const KeyContext = createContext<KeyRegistry | null>(null);
