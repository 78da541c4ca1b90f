import { expect, test } from "vitest";
import { moved, namedBy, OWN_KEYS, pressedFor } from "./keyMap";

test("moving a key lets the two change places, again and again", () => {
  let map = moved(OWN_KEYS, "e", "r");
  expect([pressedFor(map, "e"), pressedFor(map, "r")]).toEqual(["r", "e"]);
  map = moved(map, "e", "x");
  for (const key of ["e", "r", "x"]) expect(namedBy(map, pressedFor(map, key))).toBe(key);
  expect(new Set(["e", "r", "x"].map((key) => pressedFor(map, key)))).toEqual(
    new Set(["e", "r", "x"]),
  );
});

test("a key moved back leaves no trace", () => {
  expect(moved(moved(OWN_KEYS, "e", "r"), "e", "e")).toEqual(OWN_KEYS);
});

test.each(["?", " ", "Enter"])("%j isn't moved, nor taken", (key) => {
  expect(moved(OWN_KEYS, key, "x")).toBe(OWN_KEYS);
  expect(moved(OWN_KEYS, "x", key)).toBe(OWN_KEYS);
});
