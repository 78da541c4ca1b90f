import { useState } from "react";

const PLACE = "vaglio.words.";
const OWNER = "vaglio.words-of";

/**
 * Words of a dialog, which are there again when it is opened again: Esc or a click beside it closes
 * a dialog, and may have been meant for something else.
 *
 * place: what the words are for; left out where they need not outlive the dialog. initial: what
 * stands there before. They are kept in this window until `forget` is called.
 */
export function useKeptWords(place: string | undefined, initial = "") {
  const key = place && PLACE + place;
  const [words, show] = useState(() => (key && sessionStorage.getItem(key)) || initial);
  const forget = () => {
    if (key) sessionStorage.removeItem(key);
  };
  const setWords = (given: string) => {
    show(given);
    if (!key) return;
    try {
      if (given.trim() && given !== initial) sessionStorage.setItem(key, given);
      else forget();
    } catch {
      // a text beyond what the window can keep stands in its field only
    }
  };
  return { words, setWords, forget };
}

/** Forget the words that somebody else left in this window. */
export function keepWordsOf(personId: string | number): void {
  const before = sessionStorage.getItem(OWNER);
  if (before === String(personId)) return;
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PLACE)) sessionStorage.removeItem(key);
  }
  sessionStorage.setItem(OWNER, String(personId));
}
