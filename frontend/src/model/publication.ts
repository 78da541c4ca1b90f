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
  right_of_reply: string;
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

export interface Publication {
  state: PublicationState;
  may_publish: boolean;
  draft: PublicationDraft;
  gate: GateCondition[];
  ready: boolean;
  current: CurrentPublication | null;
  versions: PublishedVersion[];
}

/** Leave the version out: what a person edits. */
export function fieldsOf(draft: PublicationDraft): DraftFields {
  const fields: Partial<PublicationDraft> & DraftFields = { ...draft };
  delete fields.version;
  return fields;
}
