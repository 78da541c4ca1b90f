import i18next from "i18next";
import { expect, test } from "vitest";
import { Problem } from "@/model/problem";
import "./index";
import { problemWords } from "./words";

function words(code: string, detail?: string): string {
  return problemWords(new Problem({ title: "T", status: 409, code, detail }), i18next.t);
}

test("a code that says little by itself gives way to the server's own sentence", () => {
  expect(words("wrong-state", "È già pubblicata: correggila.")).toBe("È già pubblicata: correggila.");
  expect(words("not-allowed", "Solo un caporedattore pubblica.")).toBe("Solo un caporedattore pubblica.");
});

test("other codes keep the desk's words, and a code without words the server's", () => {
  expect(words("duplicate-claim", "x")).toBe(i18next.t("problems.duplicate-claim"));
  expect(words("wrong-state")).toBe(i18next.t("problems.wrong-state"));
  expect(words("never-heard-of", "Say this.")).toBe("Say this.");
});
