import type { TFunction } from "i18next";
import { problemWords } from "@/i18n/words";
import { showToast } from "./toasts";

/** Say that something went right; announced politely, gone after a while. */
export function tell(message: string): void {
  showToast(message, "news");
}

/** Say what was just done, and by which key it is undone; what was said of the act before goes away. */
export function tellAct(message: string): void {
  showToast(message, "act");
}

/** Say what was just undone; what was said of the act before goes away. */
export function tellUndone(message: string): void {
  showToast(message, "undone");
}

/** Say that something went wrong, in words; it stays until closed. */
export function tellProblem(error: unknown, t: TFunction): void {
  showToast(problemWords(error, t), "problem");
}

/** Say in words of one's own what went wrong out of sight; it stays until closed. */
export function tellFailure(message: string): void {
  showToast(message, "problem");
}
