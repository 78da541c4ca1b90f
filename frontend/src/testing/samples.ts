import type { Article } from "@/model/article";
import type { Claim, QueuedClaim } from "@/model/claim";
import type { Match, MatchDecision } from "@/model/earlierClaim";
import type { Me } from "@/model/person";
import type { Publication } from "@/model/publication";
import type { Rating } from "@/model/rating";
import type { Annotation, Source } from "@/model/review";
import type { VerdictStanding } from "@/model/verdict";

const WHEN = "2026-03-02T10:00:00Z";

/** An emoji stands first, so that every offset after it differs between code points and UTF-16. */
export const TEXT = "🚋 The tram line carried 12,000 people a day.\nThe mayor said fares fell by 4%.";

export const ME: Me = {
  id: "7",
  username: "ada",
  display_name: "Ada",
  roles: ["reviewer"],
  interface_language: "en",
  reviews_needed: 2,
  mail_notifications: true,
  mail_is_configured: false,
  may_open_panel: false,
};

const NAMES: [key: string, name: string, colour: string][] = [
  ["true", "True", "true"],
  ["mostly_true", "Mostly true", "true"],
  ["half_true", "Half true", "mixture"],
  ["misleading", "Misleading", "mixture"],
  ["false", "False", "false"],
  ["outdated", "Outdated", "open"],
  ["unverifiable", "Unverifiable", "open"],
];

export const RATINGS: Rating[] = NAMES.map(([key, name, colour], index) => ({
  key,
  position: index + 1,
  name_it: name,
  name_en: name,
  definition_it: `Che cosa significa ${name}.`,
  definition_en: `What ${name} means.`,
  value: null,
  colour,
  export: "other",
}));

/** An article that is read and split. */
export function article(changes: Partial<Article> = {}): Article {
  return {
    id: "a1",
    title: "A tram for everyone",
    publisher: "The Harbour Post",
    published_at: WHEN,
    language: "en",
    requested_url: "",
    canonical_url: "https://post.example/tram",
    created_at: WHEN,
    added_by: "Ada",
    reading: { state: "read", problem: "", detail: "" },
    extraction: {
      state: "done", progress: 1, pipeline: "en 1.0", problem: "", detail: "", model_problem: "",
    },
    counts: { claims: 2, proposed: 2, accepted: 0, dismissed: 0 },
    text: TEXT,
    text_sha256: "0".repeat(64),
    read_at: WHEN,
    supersedes: null,
    superseded_by: null,
    ...changes,
  };
}

/** A proposed claim over `exact`, which must stand in TEXT. */
export function claim(exact: string, changes: Partial<Claim> = {}): Claim {
  const start = [...TEXT.slice(0, TEXT.indexOf(exact))].length;
  const end = start + [...exact].length;
  return {
    id: "c1",
    article: "a1",
    text: exact,
    exact,
    prefix: "",
    suffix: "",
    start,
    end,
    segments: [[start, end]],
    kind: "quantity",
    check_worthiness: 0.8,
    reasons: ["quantity"],
    speaker: null,
    quantities: [],
    dates: [],
    entities: [],
    unresolved: [],
    hedged: false,
    negated: false,
    review_state: "proposed",
    dismissal: "",
    origin: { by: "machine", pipeline: "en 1.0", name: null },
    made_from: [],
    fixed: false,
    version: 1,
    created_at: WHEN,
    updated_at: WHEN,
    ...changes,
  };
}

/** A claim as the queue lists it: nobody has reviewed it and nobody holds it. */
export function queued(exact: string, changes: Partial<QueuedClaim> = {}): QueuedClaim {
  return {
    ...claim(exact),
    article_title: "A tram for everyone",
    reviews_given: 0,
    reviews_needed: 2,
    reviewed_by_me: false,
    verdict_state: "needs_reviews",
    holds: [],
    ...changes,
  };
}

/** A source with a kept copy. */
export function source(changes: Partial<Source> = {}): Source {
  return {
    id: "s1",
    url: "https://stats.example/tram",
    title: "Tram figures 2025",
    publisher: "Statistics Office",
    published_on: "2026-01-10",
    copy: {
      id: "k1",
      state: "kept",
      problem: "",
      detail: "",
      kept_at: WHEN,
      sha256: "ab".repeat(32),
      content_type: "text/html",
      has_text: true,
      text_state: "read",
      attached_by: null,
    },
    link: { state: "alive", checked_at: WHEN, problem: "" },
    ...changes,
  };
}

/** One's own standing review. */
export function review(changes: Partial<Annotation> = {}): Annotation {
  return {
    id: "r1",
    claim: "c1",
    author: { id: "7", display_name: "Ada" },
    mine: true,
    rating: "true",
    rationale: "The figures agree.",
    evidence: [],
    withdrawn_at: null,
    hidden: false,
    version: 1,
    created_at: WHEN,
    updated_at: WHEN,
    ...changes,
  };
}

/** A claim without enough reviews. */
export function standing(changes: Partial<VerdictStanding> = {}): VerdictStanding {
  return {
    state: "needs_reviews",
    reviews_needed: 2,
    reviews_given: 0,
    may_settle: false,
    why_not: "not-enough-reviews",
    agreed_rating: null,
    verdict: null,
    may_reopen: false,
    why_not_reopen: "wrong-state",
    ...changes,
  };
}

/** A claim nobody has prepared for the public yet. */
export function publication(changes: Partial<Publication> = {}): Publication {
  return {
    state: "unpublished",
    may_publish: true,
    draft: {
      headline: "",
      rationale: "",
      language: "",
      claim_made_on: null,
      as_of: null,
      recheck_on: null,
      one_source_reason: "",
      no_primary_reason: "",
      version: 0,
    },
    gate: [
      { code: "headline", met: false, message: "A headline for the verdict.", field: "headline",
        binding: true },
      { code: "settled", met: true, message: "A settled verdict.", field: null,
        binding: true },
    ],
    ready: false,
    changes: [],
    replies: [],
    current: null,
    versions: [],
    ...changes,
  };
}

/** An earlier published claim that may say the same. */
export function match(decision: MatchDecision | null): Match {
  return {
    id: "m1",
    score: 0.91,
    model: "vaglio-match 1",
    decision,
    decided_by: decision ? { id: "1", display_name: "Ada Neri" } : null,
    decided_at: null,
    earlier: {
      id: "c9",
      url: "https://vaglio.example/claims/c9/",
      publication_state: "published",
      headline: "The tram carries nine thousand",
      text: "The tram carries 12,000 people a day",
      rating: { key: "false" },
      updated_at: "2026-01-10T10:00:00Z",
    },
  };
}
