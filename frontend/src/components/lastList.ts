const PLACE = "vaglio.list";

/** The list that this window showed last: how long it was, and where in it one was. */
export interface LastList {
  address: string;
  /** The row that was reached, then those behind it: one of them stands in for a row that is gone. */
  rowIds: readonly string[];
  count: number;
}

/** Remember where one is, for who comes back. */
export function keepList(list: LastList): void {
  sessionStorage.setItem(PLACE, JSON.stringify(list));
}

/** The list that was shown last; null where none was. */
export function lastList(): LastList | null {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? "null") as LastList | null;
  } catch {
    return null;
  }
}
