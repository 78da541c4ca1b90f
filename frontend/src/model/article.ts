export type ArticleLanguage = "it" | "en";
export type ReadingState = "queued" | "read" | "failed";
export type ExtractionState = "queued" | "running" | "done" | "failed";

/** How many claims an article has, by review state. */
export interface ClaimCounts {
  claims: number;
  proposed: number;
  accepted: number;
  dismissed: number;
}

export interface Reading {
  state: ReadingState;
  problem: string;
  detail: string;
}

/** The splitting of an article; progress in [0, 1]. */
export interface Extraction {
  state: ExtractionState | null;
  progress: number;
  pipeline: string;
  problem: string;
  detail: string;
  /** Why claims are without the operator's language model; a code, or empty. */
  model_problem: string;
}

/** An article without its text, as lists show it. */
export interface ArticleSummary {
  id: string;
  title: string;
  publisher: string;
  published_at: string | null;
  language: ArticleLanguage | "";
  requested_url: string;
  canonical_url: string;
  created_at: string;
  added_by: string | null;
  reading: Reading;
  extraction: Extraction;
  counts: ClaimCounts;
}

/** text: normalised, LF line ends; every offset of the API points into it, in code points. */
export interface Article extends ArticleSummary {
  text: string;
  text_sha256: string;
  read_at: string | null;
  supersedes: string | null;
  superseded_by: string | null;
}

export interface Sentence {
  position: number;
  start: number;
  end: number;
  label: string;
  check_worthiness: number;
  reasons: string[];
}

/** Where an article stands on its way from address to claims. */
export type Stage = "reading" | "splitting" | "done" | "failed";

/** Sum the two states of an article up in one word. */
export function stageOf(article: Pick<ArticleSummary, "reading" | "extraction">): Stage {
  const { reading, extraction } = article;
  if (reading.state === "failed" || extraction.state === "failed") return "failed";
  if (reading.state === "queued") return "reading";
  return extraction.state === "done" ? "done" : "splitting";
}

/** Will the article change by itself soon, so that it is worth asking again? */
export function isMoving(article: Pick<ArticleSummary, "reading" | "extraction">): boolean {
  const stage = stageOf(article);
  return stage === "reading" || stage === "splitting";
}

/** Name an article for people: its title, else its address. */
export function nameOf(article: Pick<ArticleSummary, "title" | "canonical_url" | "requested_url">) {
  return article.title || article.canonical_url || article.requested_url;
}
