import { Problem } from "./problem";

/** One of many things asked for at once that kept all of them back. */
export interface Refusal {
  /** Its place in the list that was sent. */
  place: number;
  detail: string;
}

/** What a refused bulk act is refused for; nothing for any other failure. */
export function refusalsOf(error: unknown): Refusal[] {
  if (!(error instanceof Problem) || error.code !== "bulk-refused") return [];
  return (error.document.errors ?? []).map(({ pointer, detail }) => ({
    place: Number(pointer.split("/")[2] ?? 0),
    detail,
  }));
}
