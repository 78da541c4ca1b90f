export const STANCES = ["supports", "refutes", "context"] as const;
export type Stance = (typeof STANCES)[number];

export type CopyState = "queued" | "kept" | "failed";

/** How far a copy's words were read. */
export type TextState = "waiting" | "read" | "part" | "none" | "locked" | "broken" | "costly";

/** The platform's own copy of a source, as it was on a day. */
export interface ArchivedCopy {
  id: string;
  state: CopyState;
  problem: string;
  detail: string;
  kept_at: string | null;
  sha256: string;
  content_type: string;
  has_text: boolean;
  text_state: TextState;
  /** Who attached it by hand; null for a copy that we fetched. */
  attached_by: string | null;
}

export type LinkState = "unchecked" | "alive" | "watched" | "dead" | "changed";

/** How the source's address is doing, as the visits to it tell. */
export interface SourceLink {
  state: LinkState;
  checked_at: string | null;
  problem: string;
}

export interface Source {
  id: string;
  /** Empty for a document that was added by file and has no address yet. */
  url: string;
  title: string;
  publisher: string;
  published_on: string | null;
  copy: ArchivedCopy | null;
  link: SourceLink;
}

/** A passage of a copy's words; half-open, in code points. */
export interface Passage {
  start: number;
  end: number;
  exact: string;
}

/** An earlier source, with the passage of its copy that speaks of the claim. */
export interface SourceSuggestion {
  source: Source;
  passage: Passage | null;
}

/** Where an excerpt stands in a copy's words. */
export interface ExcerptAnchor {
  copy: string;
  start: number;
  prefix: string;
  suffix: string;
}

/** A source used for one claim: what it says and which way it points. */
export interface Evidence {
  id: string;
  source: Source;
  excerpt: string;
  stance: Stance | "";
  note: string;
  is_primary: boolean;
  position: number;
  /** Null for words typed by hand. */
  anchor: ExcerptAnchor | null;
}

/** One reviewer's note on a claim. */
export interface Annotation {
  id: string;
  claim: string;
  author: { id: string; display_name: string };
  mine: boolean;
  rating: string;
  rationale: string;
  evidence: Evidence[];
  withdrawn_at: string | null;
  hidden: boolean;
  version: number;
  created_at: string;
  updated_at: string;
}

/** The reviews the caller may see, and how many stay hidden until they have rated. */
export interface VisibleReviews {
  results: Annotation[];
  hidden_until_you_rate: number;
}

export type SourceReference =
  | { id: string }
  | { url: string; title?: string; publisher?: string; published_on?: string | null };

export interface EvidenceInput {
  source: SourceReference;
  excerpt: string;
  stance: Stance | "";
  note: string;
  is_primary: boolean;
  start: number | null;
}

export interface ReviewInput {
  rating: string;
  rationale: string;
  evidence: EvidenceInput[];
}

/** Does this review still count: neither withdrawn nor hidden by a moderator? */
export function stands(annotation: Annotation): boolean {
  return annotation.withdrawn_at === null && !annotation.hidden;
}
