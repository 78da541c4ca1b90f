import { useState } from "react";
import { readDraft } from "./keptDrafts";

/**
 * Are words of a review here for a claim that takes none, or no more?
 *
 * Asked when the claim is opened and whenever it is accepted or reopened, not while words for an
 * early field come in: their form would cut into them.
 *
 * key: where the draft is kept; undefined as long as nobody knows whose it is.
 */
export function useBegunReview(key: string | undefined, isAccepted: boolean): boolean {
  const moment = `${key} ${isAccepted}`;
  const [asked, setAsked] = useState("");
  const [isBegun, setBegun] = useState(false);
  if (asked !== moment) {
    setAsked(moment);
    setBegun(key !== undefined && readDraft(key) !== null);
  }
  return isBegun;
}
