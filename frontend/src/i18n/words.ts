import i18next, { type TFunction } from "i18next";
import { Problem } from "@/model/problem";

/** A text for a code that the server sent; `otherwise` when we have none for it. */
export function wordsFor(room: string, code: string, otherwise: string): string {
  const key = `${room}.${code}`;
  const translate = i18next.t as unknown as (key: string) => string;
  return i18next.exists(key) ? translate(key) : otherwise;
}

/** Codes that say little by themselves: the server's own sentence tells what stands in the way. */
const TOLD_BY_DETAIL = new Set(["wrong-state", "not-allowed"]);

/** Say in words what went wrong, for any error. */
export function problemWords(error: unknown, t: TFunction): string {
  if (!(error instanceof Problem)) return t("problems.unexpected");
  const { code, title, detail, errors } = error.document;
  const fields = errors?.map((field) => field.detail).join(" ");
  if (fields) return fields;
  if (detail && TOLD_BY_DETAIL.has(code)) return detail;
  return wordsFor("problems", code, detail || title || t("problems.unexpected"));
}

/** Say in words why reading or splitting failed. */
export function failureWords(code: string, detail: string, t: TFunction): string {
  return wordsFor("problems", code, detail || t("problems.unexpected"));
}
