import type { KeyBinding } from "./KeyContext";

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
): KeyBinding | undefined {
  if (event.isComposing || event.altKey) return undefined;
  if (isOwnKey(event)) return undefined;
  const typing = isField(event.target);
  return bindings.find(
    (binding) =>
      !binding.isOff &&
      (!typing || binding.inFields) &&
      binding.keys.some((key) => fits(key, event)),
  );
}

/** Does this key already mean something to the control that has the focus? */
function isOwnKey(event: KeyboardEvent): boolean {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || !(target instanceof Element)) return false;
  if (ARROWS.includes(key)) return target.matches("input[type=radio], [role=separator]");
  if (key !== "Enter" && key !== " ") return false;
  return target.closest("button, a, summary, label, input, [role=button]") !== null;
}

function fits(key: string, event: KeyboardEvent): boolean {
  const withMod = event.ctrlKey || event.metaKey;
  if (key.startsWith(MOD)) return withMod && event.key === key.slice(MOD.length);
  return !withMod && event.key === key;
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
  if (key.startsWith(MOD)) return `Ctrl ${keyLabel(key.slice(MOD.length))}`;
  return NAMES[key] ?? key;
}
