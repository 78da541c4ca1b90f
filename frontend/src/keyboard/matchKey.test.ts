import { afterEach, expect, test } from "vitest";
import type { KeyBinding } from "./KeyContext";
import { bindingFor } from "./matchKey";

const binding = (key: string, more: Partial<KeyBinding> = {}): KeyBinding => ({
  keys: [key],
  does: key,
  run: () => undefined,
  ...more,
});

/** Press a key on an element and say which binding is meant. */
function pressed(on: Element, event: KeyboardEventInit, bindings: KeyBinding[]): string | undefined {
  let meant: string | undefined;
  const hear = (heard: Event) => {
    meant = bindingFor(heard as KeyboardEvent, bindings)?.does;
  };
  document.body.append(on);
  document.addEventListener("keydown", hear);
  on.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...event }));
  document.removeEventListener("keydown", hear);
  return meant;
}

afterEach(() => document.body.replaceChildren());

const make = (tag: string) => document.createElement(tag);
const RADIO = Object.assign(make("input"), { type: "radio" });

const CASES: [string, Element, KeyboardEventInit, KeyBinding[], string | undefined][] = [
  ["a key on the page", make("div"), { key: "a" }, [binding("a")], "a"],
  ["letters typed are the field's", make("input"), { key: "a" }, [binding("a")], undefined],
  ["so are a text area's", make("textarea"), { key: "a" }, [binding("a")], undefined],
  [
    "Ctrl+Enter works while typing where it is meant to",
    make("textarea"),
    { key: "Enter", ctrlKey: true },
    [binding("mod+Enter", { inFields: true })],
    "mod+Enter",
  ],
  ["a key with Ctrl is the browser's", make("div"), { key: "a", ctrlKey: true }, [binding("a")], undefined],
  ["Enter on a button is the button's", make("button"), { key: "Enter" }, [binding("Enter")], undefined],
  ["other keys on a button work", make("button"), { key: "j" }, [binding("j")], "j"],
  ["the newest layer comes first", make("div"), { key: "d" }, [binding("d", { does: "new" }), binding("d")], "new"],
  ["what is off is passed over", make("div"), { key: "d" }, [binding("d", { does: "new", isOff: true }), binding("d")], "d"],
  ["AltGr only makes the character", make("div"), { key: "[", altKey: true, ctrlKey: true }, [binding("[")], "["],
  ["Shift tells redo from undo, whatever caps lock does", make("div"), { key: "z", ctrlKey: true, shiftKey: true }, [binding("mod+z"), binding("mod+Z")], "mod+Z"],
  ["letters with Alt are the browser's", make("div"), { key: "a", altKey: true }, [binding("a")], undefined],
  ["capital letters are other keys", make("div"), { key: "A" }, [binding("a")], undefined],
];

test.each(CASES)("%s", (_, on, event, bindings, meant) => {
  expect(pressed(on, event, bindings)).toBe(meant);
});

test("digits and letters work on a radio button, arrows stay its own", () => {
  const bindings = [binding("1"), binding("ArrowDown")];
  expect(pressed(RADIO, { key: "1" }, bindings)).toBe("1");
  expect(pressed(RADIO, { key: "ArrowDown" }, bindings)).toBeUndefined();
});
