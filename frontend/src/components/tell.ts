import type { TFunction } from "i18next";
import { problemWords } from "@/i18n/words";
import { showToast } from "./toasts";

/** Say that something went right; announced politely, gone after a while. */
export function tell(message: string): void {
  showToast(message, false);
}

/** Say that something went wrong, in words; it stays until closed. */
export function tellProblem(error: unknown, t: TFunction): void {
  showToast(problemWords(error, t), true);
}
