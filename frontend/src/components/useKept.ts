import { useState } from "react";

const PLACE = "vaglio.words.";
const OWNER = "vaglio.words-of";

/**
 * What was given in a dialog, which is there again when it is opened again: Esc or a click beside it
 * closes a dialog, and may have been meant for something else.
 *
 * place: what it is for; left out where it need not outlive the dialog. initial: what stands there
 * before. It is kept in this window until `forget` is called.
 */
export function useKept<Given>(place: string | undefined, initial: Given) {
  const key = place && PLACE + place;
  const [given, show] = useState(() => keptAt(key, initial));
  const forget = () => {
    if (key) sessionStorage.removeItem(key);
  };
  const setGiven = (next: Given) => {
    show(next);
    if (!key) return;
    const words = JSON.stringify(next);
    try {
      if (words === JSON.stringify(initial)) forget();
      else sessionStorage.setItem(key, words);
    } catch {
      // a text beyond what the window can keep stands in its field only
    }
  };
  return { given, setGiven, forget };
}

/** Words of a dialog, kept in the same way as long as there are any. */
export function useKeptWords(place: string | undefined, initial = "") {
  const { given: words, setGiven, forget } = useKept(place, initial);
  const setWords = (next: string) => {
    setGiven(next);
    if (!next.trim()) forget();
  };
  return { words, setWords, forget };
}

/** Forget what somebody else left in this window. */
export function keepWordsOf(personId: string | number): void {
  const before = sessionStorage.getItem(OWNER);
  if (before === String(personId)) return;
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PLACE)) sessionStorage.removeItem(key);
  }
  sessionStorage.setItem(OWNER, String(personId));
}

function keptAt<Given>(key: string | undefined, initial: Given): Given {
  const kept = key && sessionStorage.getItem(key);
  if (!kept) return initial;
  try {
    return JSON.parse(kept) as Given;
  } catch {
    return initial;
  }
}
