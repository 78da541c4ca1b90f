/** Somebody of the desk. */
export interface Colleague {
  id: string;
  display_name: string;
}

/** Who holds a claim: it was taken from the queue for a while, or assigned until a due time. */
export interface Hold {
  id: string;
  reviewer: Colleague;
  how: "taken" | "assigned";
  /** The end of the lease, or the due time. */
  until: string;
  overdue: boolean;
  mine: boolean;
}

/** A hold with its claim. */
export interface Assignment extends Hold {
  claim: string;
  claim_text: string;
  article: string;
  article_title: string;
  assigned_by: Colleague | null;
  ended_at: string | null;
  ending: "" | "submitted" | "given_back" | "taken_back" | "reassigned" | "run_out";
  created_at: string;
}

/** Somebody who may be given claims, with how many they hold and owe. */
export interface Reviewer extends Colleague {
  open_holds: number;
  overdue: number;
}

/** Somebody who has a claim open right now. */
export interface Looker extends Colleague {
  since: string;
  mine: boolean;
}

/** Who looks at a claim, and who holds it. */
export interface Presence {
  looking: Looker[];
  holds: Hold[];
}

/** The first letters of a name's first and last word: "Ada Neri" gives "AN". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...(word ?? "")][0]);
  return letters.join("").toUpperCase();
}

/** To whom claims are given, by when, and whether instead of who holds them now. */
export interface AssignGiven {
  reviewer: Reviewer;
  dueAt: string;
  isMove: boolean;
}
