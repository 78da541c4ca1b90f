const PLACE = "vaglio.list";

/** The list that this window showed last, and the row that was reached in it. */
interface LastList {
  address: string;
  rowId: string | null;
}

/** Remember where one is, for who comes back. */
export function keepList(address: string, rowId: string | null): void {
  sessionStorage.setItem(PLACE, JSON.stringify({ address, rowId }));
}

/** The list that was shown last; null where none was. */
export function lastList(): LastList | null {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? "null") as LastList | null;
  } catch {
    return null;
  }
}

/** The row that was reached in the list at `address`, if it was the last one shown. */
export function lastRowAt(address: string): string | null {
  const last = lastList();
  return last?.address === address ? last.rowId : null;
}
