import { useSyncExternalStore } from "react";

/** "act": what a person just did and can undo; "undone": what they undid; "news": what else went right. */
export type ToastKind = "act" | "undone" | "news" | "problem";

const OF_ACTS: readonly ToastKind[] = ["act", "undone"];

export interface Toast {
  id: number;
  message: string;
  kind: ToastKind;
}

const GONE_AFTER_MS = 6_000;
const MOST = 4;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next.slice(-MOST);
  for (const listener of listeners) listener();
}

/**
 * Show a message; a problem stays until it is closed, the same problem only once. An act, or
 * its undoing, takes the place of what was said of the act before.
 */
export function showToast(message: string, kind: ToastKind): void {
  const isProblem = kind === "problem";
  if (isProblem && toasts.some((toast) => toast.kind === kind && toast.message === message)) return;
  lastId += 1;
  const id = lastId;
  const isOfAct = OF_ACTS.includes(kind);
  const staying = isOfAct ? toasts.filter((toast) => !OF_ACTS.includes(toast.kind)) : toasts;
  change([...staying, { id, message, kind }]);
  if (!isProblem) setTimeout(() => closeToast(id), GONE_AFTER_MS);
}

/** Take a message away. */
export function closeToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** Take all messages away. */
export function closeAllToasts(): void {
  change([]);
}

/** The messages that stand now. */
export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
