import { useSyncExternalStore } from "react";

let wasOpen = false;
let isOver = false;
const listeners = new Set<() => void>();

/** Note that the server knew who asked. */
export function noteKnown(): void {
  wasOpen = true;
}

/** Note that the same person is back: any answer may be somebody else's. */
export function noteReturn(): void {
  change(false);
}

/** Note that the server no longer knows who asks; says whether it ever did on this page. */
export function noteStranger(): boolean {
  if (wasOpen) change(true);
  return wasOpen;
}

/** Has the session ended under what stands on this page? */
export function useIsSessionOver(): boolean {
  return useSyncExternalStore(subscribe, () => isOver);
}

function change(to: boolean): void {
  if (isOver === to) return;
  isOver = to;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
