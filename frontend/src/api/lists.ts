import type { Page } from "@/model/page";
import { send } from "./client";

/** Follow a list to its end and return all of it. */
export async function sendForAll<T>(path: string, signal?: AbortSignal): Promise<T[]> {
  const all: T[] = [];
  let next: string | null = path;
  while (next) {
    const page: Page<T> = await send<Page<T>>(next, { signal });
    all.push(...page.results);
    next = page.next;
  }
  return all;
}
