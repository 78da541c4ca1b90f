import { useSyncExternalStore } from "react";

/** A review that was sent without a connection; its words lie in the draft kept under `key`. */
export interface WaitingReview {
  key: string;
  claimId: string;
  /** The review to revise, as it was seen; null for a first one. */
  own: { id: string; version: number } | null;
}

const PLACE = "vaglio.outbox";
const NONE: readonly WaitingReview[] = [];
const listeners = new Set<() => void>();
let read: { text: string | null; waiting: readonly WaitingReview[] } = { text: null, waiting: NONE };

/** What waits for a connection, oldest first; the same list as long as nothing changed. */
export function readOutbox(): readonly WaitingReview[] {
  const text = localStorage.getItem(PLACE);
  if (text !== read.text) read = { text, waiting: parsed(text) };
  return read.waiting;
}

/** Let a review wait; a newer one of the same claim takes its place. */
export function putInOutbox(review: WaitingReview): void {
  write([...readOutbox().filter(({ key }) => key !== review.key), review]);
}

/** It was sent, or given back to its author. */
export function takeFromOutbox(key: string): void {
  write(readOutbox().filter((review) => review.key !== key));
}

/** What waits for a connection. */
export function useWaitingReviews(): readonly WaitingReview[] {
  return useSyncExternalStore(subscribe, readOutbox);
}

function write(waiting: readonly WaitingReview[]): void {
  localStorage.setItem(PLACE, JSON.stringify(waiting));
  for (const listener of listeners) listener();
}

function parsed(text: string | null): readonly WaitingReview[] {
  try {
    return (JSON.parse(text ?? "null") as WaitingReview[] | null) ?? NONE;
  } catch {
    return NONE;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
