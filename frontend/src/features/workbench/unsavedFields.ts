import type { DraftFields } from "@/model/publication";

/** A publication's draft that could not be saved, with the version it was written upon. */
export interface UnsavedFields {
  fields: DraftFields;
  version: number;
}

const placeOf = (claimId: string) => `vaglio.publication.${claimId}`;

/** The draft of a claim that waits to be saved; null when there is none. */
export function readUnsaved(claimId: string): UnsavedFields | null {
  try {
    return JSON.parse(localStorage.getItem(placeOf(claimId)) ?? "null") as UnsavedFields | null;
  } catch {
    return null;
  }
}

/** Keep a draft in this browser until the server has it. */
export function keepUnsaved(claimId: string, unsaved: UnsavedFields): void {
  try {
    localStorage.setItem(placeOf(claimId), JSON.stringify(unsaved));
  } catch {
    // the page still holds it, and says that it isn't saved
  }
}

/** The server has it now. */
export function forgetUnsaved(claimId: string): void {
  try {
    localStorage.removeItem(placeOf(claimId));
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}
