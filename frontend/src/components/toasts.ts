import { useSyncExternalStore } from "react";

/** "act": what a person just did, undid or did again; "news": anything else that went right. */
export type ToastKind = "act" | "news" | "problem";

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
 * Show a message; a problem stays until it is closed, the same problem only once. An act takes the
 * place of the one before, whose way back it may have been.
 */
export function showToast(message: string, kind: ToastKind): void {
  const isProblem = kind === "problem";
  if (isProblem && toasts.some((toast) => toast.kind === kind && toast.message === message)) return;
  lastId += 1;
  const id = lastId;
  const staying = kind === "act" ? toasts.filter((toast) => toast.kind !== "act") : toasts;
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
