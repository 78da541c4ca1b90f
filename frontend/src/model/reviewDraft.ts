import type {
  Annotation,
  Evidence,
  Passage,
  ReviewInput,
  Source,
  SourceReference,
  Stance,
} from "./review";
import { isWebAddress } from "./webAddress";

/** Evidence as it is being typed; `key` only tells rows apart on the screen. */
export interface EvidenceDraft {
  key: string;
  sourceId: string | null;
  url: string;
  title: string;
  publisher: string;
  publishedOn: string;
  excerpt: string;
  /** Where the excerpt was picked in the copy, in code points; drafts kept earlier lack it. */
  start?: number | null;
  stance: Stance | "";
  note: string;
  isPrimary: boolean;
}

/** A review as it is being typed; kept on this machine until it is submitted. */
export interface ReviewDraft {
  rating: string;
  rationale: string;
  evidence: EvidenceDraft[];
}

export const EMPTY_DRAFT: ReviewDraft = { rating: "", rationale: "", evidence: [] };

/** What is still missing from a draft, as keys of the interface's texts. */
export type Missing = "rating" | "rationale" | "source";

/** A fresh row; `count` makes its key differ from its neighbours'. */
export function emptyEvidence(key: string): EvidenceDraft {
  return {
    key,
    sourceId: null,
    url: "",
    title: "",
    publisher: "",
    publishedOn: "",
    excerpt: "",
    start: null,
    stance: "",
    note: "",
    isPrimary: false,
  };
}

/** Put an earlier source into a row, leaving excerpt, stance and note alone. */
export function withSource(row: EvidenceDraft, source: Source): EvidenceDraft {
  return {
    ...row,
    sourceId: source.id,
    url: source.url,
    title: source.title,
    publisher: source.publisher,
    publishedOn: source.published_on ?? "",
  };
}

/** Put a source with the words that were picked in it into a row; words already there stay. */
export function withPassage(
  row: EvidenceDraft,
  source: Source,
  passage: Passage | null,
): EvidenceDraft {
  const filled = withSource(row, source);
  if (!passage || row.excerpt.trim()) return filled;
  return { ...filled, excerpt: passage.exact, start: passage.start };
}

function draftOfEvidence(evidence: Evidence): EvidenceDraft {
  const row = withSource(emptyEvidence(evidence.id), evidence.source);
  return {
    ...row,
    excerpt: evidence.excerpt,
    start: evidence.anchor?.start ?? null,
    stance: evidence.stance,
    note: evidence.note,
    isPrimary: evidence.is_primary,
  };
}

/** Open a submitted review for editing. */
export function draftOf(annotation: Annotation): ReviewDraft {
  return {
    rating: annotation.rating,
    rationale: annotation.rationale,
    evidence: annotation.evidence.map(draftOfEvidence),
  };
}

function referenceOf(row: EvidenceDraft): SourceReference {
  if (row.sourceId) return { id: row.sourceId };
  return {
    url: row.url.trim(),
    ...(row.title.trim() && { title: row.title.trim() }),
    ...(row.publisher.trim() && { publisher: row.publisher.trim() }),
    ...(row.publishedOn && { published_on: row.publishedOn }),
  };
}

/** Turn a draft into what the API takes. */
export function inputOf(draft: ReviewDraft): ReviewInput {
  return {
    rating: draft.rating,
    rationale: draft.rationale.trim(),
    evidence: draft.evidence.map((row) => ({
      source: referenceOf(row),
      excerpt: row.excerpt.trim(),
      stance: row.stance,
      note: row.note.trim(),
      is_primary: row.isPrimary,
      start: row.start ?? null,
    })),
  };
}

/** List what a draft lacks before it can be submitted. */
export function missingFrom(draft: ReviewDraft): Missing[] {
  const missing: Missing[] = [];
  if (!draft.rating) missing.push("rating");
  if (!draft.rationale.trim()) missing.push("rationale");
  if (draft.evidence.some((row) => !row.sourceId && !isWebAddress(row.url))) missing.push("source");
  return missing;
}

/** Is there nothing worth keeping in it? */
export function isEmptyDraft(draft: ReviewDraft): boolean {
  return !draft.rating && !draft.rationale.trim() && draft.evidence.length === 0;
}

/** An act on a source of a review, as it is told of when it is undone. */
export type EvidenceAct = "added" | "source" | "stance" | "primary" | "excerpt";

/** Name the act that a change of a row is, by the fields it changes; null for words typed. */
export function actOf(row: EvidenceDraft, changed: Partial<EvidenceDraft>): EvidenceAct | null {
  if ("sourceId" in changed) return row.sourceId || !changed.sourceId ? "source" : "added";
  if ("stance" in changed) return "stance";
  if ("isPrimary" in changed) return "primary";
  return "start" in changed ? "excerpt" : null;
}
