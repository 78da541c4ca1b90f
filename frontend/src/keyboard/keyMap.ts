/**
 * Which key a person presses for each key that the interface names.
 *
 * A map moves single keys only and is always a permutation: giving `e` the key of `r` gives `r`
 * the key of `e`, so no two acts ever share a key and none is left without one.
 */
export type KeyMap = Readonly<Record<string, string>>;

export const OWN_KEYS: KeyMap = {};

/** Keys that stay: the list of keys must always be found, Enter and Esc mean what they always do. */
const FIXED = ["?"];

/** Can this key be moved: one character, no space? */
export function isMovable(key: string): boolean {
  return [...key].length === 1 && key.trim() !== "" && !FIXED.includes(key);
}

/** The key to press for what the interface calls `key`. */
export function pressedFor(map: KeyMap, key: string): string {
  return map[key] ?? key;
}

/** What the interface calls the key that was pressed. */
export function namedBy(map: KeyMap, pressed: string): string {
  return Object.entries(map).find(([, given]) => given === pressed)?.[0] ?? pressed;
}

/** Let `key` be pressed as `pressed`; what had that key gets the one that becomes free. */
export function moved(map: KeyMap, key: string, pressed: string): KeyMap {
  if (!isMovable(key) || !isMovable(pressed)) return map;
  const other = namedBy(map, pressed);
  const next = { ...map, [key]: pressed, [other]: pressedFor(map, key) };
  return Object.fromEntries(Object.entries(next).filter(([name, given]) => name !== given));
}
