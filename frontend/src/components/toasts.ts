import { useSyncExternalStore } from "react";

export interface Toast {
  id: number;
  message: string;
  isProblem: boolean;
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

/** Show a message; a problem stays until it is closed, the same problem only once. */
export function showToast(message: string, isProblem: boolean): void {
  if (isProblem && toasts.some((toast) => toast.isProblem && toast.message === message)) return;
  lastId += 1;
  const id = lastId;
  change([...toasts, { id, message, isProblem }]);
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
