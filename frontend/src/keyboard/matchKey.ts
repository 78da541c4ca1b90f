import type { KeyBinding } from "./KeyContext";
import { type KeyMap, namedBy, OWN_KEYS } from "./keyMap";

const FIELDS = "input, textarea, select, [contenteditable=true], [role=combobox], [role=listbox]";
const MOD = "mod+";
const WITHOUT_LETTERS = ["checkbox", "radio", "button", "submit", "file"];
const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

/** Is a person typing into this element, so that letters are theirs? */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const input = target.closest("input");
  if (input && WITHOUT_LETTERS.includes(input.type)) return false;
  return target.closest(FIELDS) !== null;
}

/** The binding that this key press means, the first one that fits; none while composing. */
export function bindingFor(
  event: KeyboardEvent,
  bindings: readonly KeyBinding[],
  map: KeyMap = OWN_KEYS,
): KeyBinding | undefined {
  if (event.isComposing || (event.altKey && !isMadeWithAlt(event))) return undefined;
  if (isOwnKey(event)) return undefined;
  const typing = isField(event.target);
  return bindings.find(
    (binding) =>
      !binding.isOff &&
      (!typing || binding.inFields) &&
      binding.keys.some((key) => fits(key, event, map)),
  );
}

/** On many keyboards (Italian: `[` `]` `{` `}`) AltGr or Option only makes the character. */
function isMadeWithAlt(event: KeyboardEvent): boolean {
  return [...event.key].length === 1 && !/[\p{L}\p{N}\s]/u.test(event.key);
}

/** Does this key already mean something to the control that has the focus? */
function isOwnKey(event: KeyboardEvent): boolean {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || !(target instanceof Element)) return false;
  if (ARROWS.includes(key)) return target.matches("input[type=radio], [role=separator]");
  if (key !== "Enter" && key !== " ") return false;
  return target.closest("button, a, summary, label, input, [role=button]") !== null;
}

function fits(key: string, event: KeyboardEvent, map: KeyMap): boolean {
  // AltGr comes as Ctrl+Alt on some systems
  const withMod = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (key.startsWith(MOD)) return withMod && isChord(key.slice(MOD.length), event);
  return !withMod && namedBy(map, event.key) === key;
}

/** With Ctrl a capital letter is asked for by Shift, which has to be said. */
function withShift(label: string): string {
  if ([...label].length > 1) return label;
  return /\p{Lu}/u.test(label) ? `Shift ${label}` : label.toUpperCase();
}

/** With Ctrl, Shift tells Z from z: the letter itself depends on caps lock. */
function isChord(key: string, event: KeyboardEvent): boolean {
  if ([...key].length > 1) return event.key === key;
  return event.key.toLowerCase() === key.toLowerCase() && event.shiftKey === /\p{Lu}/u.test(key);
}

/** A key as it is printed on a control. */
export function keyLabel(key: string): string {
  const NAMES: Record<string, string> = {
    ArrowDown: "↓",
    ArrowUp: "↑",
    ArrowLeft: "←",
    ArrowRight: "→",
    Enter: "Enter",
    Escape: "Esc",
  };
  if (key.startsWith(MOD)) return `Ctrl ${withShift(keyLabel(key.slice(MOD.length)))}`;
  return NAMES[key] ?? key;
}
