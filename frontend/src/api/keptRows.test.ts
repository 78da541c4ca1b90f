import { expect, test } from "vitest";
import { keptRows } from "./keptRows";

interface Row {
  id: string;
  words: string[];
}

const keep = keptRows<Row>((row) => row.id) as (before: unknown, after: Row[]) => Row[];
const row = (id: string, ...words: string[]): Row => ({ id, words });

test("rows keep their identity when another comes between them", () => {
  const before = [row("a", "one"), row("c", "three")];
  const after = keep(before, [row("a", "one"), row("b", "two"), row("c", "three")]);
  expect(after.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(after[0]).toBe(before[0]);
  expect(after[2]).toBe(before[1]);
});

test("a changed row is new, its neighbours are not", () => {
  const before = [row("a", "one"), row("b", "two")];
  const after = keep(before, [row("a", "uno"), row("b", "two")]);
  expect(after[0]).toEqual(row("a", "uno"));
  expect(after[1]).toBe(before[1]);
});

test("a list that says the same is the same list, and a first one is taken as it is", () => {
  const before = [row("a", "one")];
  expect(keep(before, [row("a", "one")])).toBe(before);
  expect(keep(undefined, before)).toBe(before);
  expect(keep(before, [])).toEqual([]);
});
