import type { ArticleLanguage } from "./article";

export type PublicationState = "unpublished" | "published" | "withdrawn";
export type Severity = "minor" | "significant";

/** Words and dates an editor prepares before a claim goes out. */
export interface DraftFields {
  headline: string;
  rationale: string;
  language: ArticleLanguage | "";
  claim_made_on: string | null;
  as_of: string | null;
  recheck_on: string | null;
  one_source_reason: string;
  no_primary_reason: string;
}

export interface PublicationDraft extends DraftFields {
  version: number;
}

/** One condition of the publish gate; `field` names the draft's field that would meet it. */
export interface GateCondition {
  code: string;
  met: boolean;
  message: string;
  field: string | null;
  /** False for good practice that stops nobody. */
  binding: boolean;
}

export const CHANNELS = ["email", "phone", "letter", "in_person", "social", "other"] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a person can write down of a request; `told` is what drafts said before the log was kept. */
export const OUTCOMES = ["answered", "declined", "silent", "struck"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface ReplyOutcome {
  outcome: Outcome | "told";
  words: string;
  received_at: string | null;
  written_by: string;
  created_at: string;
}

/** A request for a reply; the first of its outcomes stands. */
export interface Reply {
  id: string;
  asked: string;
  channel: Channel;
  asked_at: string | null;
  due_at: string | null;
  note: string;
  written_by: string;
  created_at: string;
  state: "waiting" | "overdue" | Outcome | "told";
  outcomes: ReplyOutcome[];
}

export interface ReplyInput {
  asked: string;
  channel: Channel;
  asked_at: string;
  due_at: string | null;
  note: string;
}

export interface OutcomeInput {
  outcome: Outcome;
  words: string;
  received_at: string | null;
}

export interface PublishedVersion {
  version: number;
  act: "published" | "corrected" | "withdrawn";
  severity: Severity | "";
  notice: string;
  created_at: string;
  rating: string;
  headline: string;
}

export interface CurrentPublication {
  seq: number;
  version: number;
  act: string;
  url: string;
  created_at: string;
  etag: string;
}

/** A part of what the public reads, as the API names it. */
export type PublicPart =
  | "language"
  | "headline"
  | "claim"
  | "rating"
  | "rationale"
  | "evidence"
  | "one_source_reason"
  | "no_primary_reason"
  | "reviews"
  | "as_of"
  | "recheck_on"
  | "right_of_reply"
  | "replies";

export interface Publication {
  state: PublicationState;
  may_publish: boolean;
  draft: PublicationDraft;
  gate: GateCondition[];
  ready: boolean;
  /** What a correction would change, as things stand. */
  changes: PublicPart[];
  replies: Reply[];
  current: CurrentPublication | null;
  versions: PublishedVersion[];
}

/** Leave the version out: what a person edits. */
export function fieldsOf(draft: PublicationDraft): DraftFields {
  const fields: Partial<PublicationDraft> & DraftFields = { ...draft };
  delete fields.version;
  return fields;
}
