import { expect, test } from "vitest";
import { isOtherAddress, isWebAddress } from "./webAddress";

test.each([
  ["https://stats.example/tram?x=1", true, false],
  ["stats.example/tram", true, false],
  ["HTTP://Stats.Example:8080", true, false],
  ["https://città.example/perche\u0301", true, false],
  ["citta\u0300.example", true, false],
  ["ftp://stats.example/x", false, true],
  ["file:///etc", false, true],
  ["tram figures 2025", false, false],
  ["tram: figures", false, false],
  ["https://two words.example", false, false],
  ["👍", false, false],
  ["", false, false],
])("%j", (words, isWeb, isOther) => {
  expect([isWebAddress(words), isOtherAddress(words)]).toEqual([isWeb, isOther]);
});
