import type { ArticleLanguage } from "./article";
import type { ClaimLink } from "./claimLink";
import type { SourceLink } from "./review";

/** Days (ISO 8601, both included) and language; empty for all. */
export interface Period {
  since: string;
  until: string;
  language: string;
}

/** How many claims wait at which step now. */
export interface WorkInHand {
  proposed: number;
  unreviewed: number;
  second_review: number;
  agreed: number;
  disputed: number;
  /** Agreed or disputed, where the caller is blind still. */
  reviewed: number;
  settled: number;
  published: number;
}

export const STEPS = [
  "proposed",
  "unreviewed",
  "second_review",
  "reviewed",
  "agreed",
  "disputed",
  "settled",
  "published",
] as const satisfies (keyof WorkInHand)[];

export interface OverdueAssignment {
  id: string;
  claim: ClaimLink;
  reviewer: { id: string; display_name: string };
  due_at: string | null;
}

/** Hours from a claim's arrival to its first verdict. */
export interface TimeToVerdict {
  verdicts: number;
  median: number | null;
  p90: number | null;
}

/** The claims of one speaker or party; without a name, those that nobody is named for. */
export interface Balance {
  name: string;
  seen: number;
  accepted: number;
  checked: number;
  published: number;
  ratings: Record<string, number>;
}

export interface CitedSource {
  id: string;
  title: string;
  url: string;
  publisher: string;
  citations: number;
  claims: number;
}

export interface CitedPublisher {
  publisher: string;
  sources: number;
  citations: number;
  claims: number;
}

export interface FailingSource {
  id: string;
  title: string;
  url: string;
  link: SourceLink;
  claims: number;
  published: number;
}

export interface DashboardFigures {
  work: WorkInHand;
  overdue: { total: number; results: OverdueAssignment[] };
  verdict_times: { whole: TimeToVerdict; weeks: { week: string; time: TimeToVerdict }[] };
  balance: { speakers: Balance[]; parties: Balance[] };
  cited_sources: CitedSource[];
  cited_publishers: CitedPublisher[];
  failing_sources: FailingSource[];
}

/** Agreement over some claims; null where a figure isn't defined. */
export interface AgreementFigures {
  claims: number;
  alpha: number | null;
  alpha_nominal: number | null;
  interval: { low: number; high: number } | null;
  alike: number | null;
}

export interface PairAgreement {
  first: { id: string; display_name: string };
  second: { id: string; display_name: string };
  claims: number;
  kappa: number | null;
  alpha: number | null;
  alike: number | null;
}

export interface DeskAgreement {
  desk: AgreementFigures;
  languages: { language: ArticleLanguage; agreement: AgreementFigures }[];
  pairs: PairAgreement[];
}
