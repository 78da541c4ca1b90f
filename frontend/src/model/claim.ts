import type { Hold } from "./assignment";
import type { VerdictState } from "./verdict";

export type ReviewState = "proposed" | "accepted" | "dismissed";

export const REVIEW_STATES: readonly ReviewState[] = ["proposed", "accepted", "dismissed"];

export const KINDS = [
  "quantity",
  "date",
  "attribution",
  "composition",
  "relation",
  "event",
  "other",
] as const;
export type Kind = (typeof KINDS)[number];

/** Why a claim is not worth checking, each with the key that says so. */
export const DISMISSALS = [
  { reason: "opinion", key: "o" },
  { reason: "prediction", key: "p" },
  { reason: "not_a_claim", key: "n" },
  { reason: "duplicate", key: "d" },
  { reason: "ambiguous", key: "m" },
  { reason: "out_of_scope", key: "s" },
] as const;
export type Dismissal = (typeof DISMISSALS)[number]["reason"];

/** What became of a claim that was cut otherwise; no reason that a person gives. */
export type Reshaping = "split" | "merged" | "taken_back";

export interface Speaker {
  name: string;
  start: number | null;
  end: number | null;
}

export interface Quantity {
  text: string;
  start: number;
  end: number;
  value: number;
  unit: string | null;
}

export interface DateExpression {
  text: string;
  start: number;
  end: number;
  edtf?: string | null;
}

export interface Entity {
  text: string;
  start: number;
  end: number;
  label: string;
}

/** A word whose meaning the article leaves open, and what it may mean, the likeliest first. */
export interface Unresolved {
  text: string;
  start: number;
  end: number;
  candidates: string[];
}

export interface Origin {
  by: "machine" | "person";
  pipeline: string | null;
  name: string | null;
}

/** Half-open span [start, end), in code points of the article's text. */
export type SpanPair = [start: number, end: number];

/** A self-contained statement of fact, anchored to the article's own words. */
export interface Claim {
  id: string;
  article: string;
  text: string;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  segments: SpanPair[];
  kind: Kind;
  check_worthiness: number;
  reasons: string[];
  speaker: Speaker | null;
  quantities: Quantity[];
  dates: DateExpression[];
  entities: Entity[];
  unresolved: Unresolved[];
  hedged: boolean;
  negated: boolean;
  review_state: ReviewState;
  dismissal: Dismissal | Reshaping | "";
  origin: Origin;
  /** Ids of the claims that this one was split from or merged out of. */
  made_from: string[];
  /** People's work rests on it: its words, its place and its state stay as they are. */
  fixed: boolean;
  version: number;
  created_at: string;
  updated_at: string;
}

/** A claim in the queue over all articles, with what it waits for and who holds it. */
export interface QueuedClaim extends Claim {
  article_title: string;
  reviews_given: number;
  reviews_needed: number;
  reviewed_by_me: boolean;
  verdict_state: VerdictState;
  holds: Hold[];
}

/** What keeps a claim from being a proposal again; null when nothing does. */
export function whyNotReopen(claim: Claim, all: readonly Claim[]): "fixed" | "reshaped" | null {
  if (claim.fixed) return "fixed";
  if (claim.dismissal !== "split" && claim.dismissal !== "merged") return null;
  const made = all.filter((one) => one.made_from.includes(claim.id) && one.dismissal !== "taken_back");
  const isInUse = made.some((one) => one.fixed || one.review_state === "dismissed");
  return isInUse ? "reshaped" : null;
}
