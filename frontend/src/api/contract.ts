/**
 * The model's types held against the API's own description: whatever the API sends must fit what
 * the interface expects, else this file doesn't compile. Types only; nothing of it is shipped.
 */

import type { Article, ArticleSummary, Sentence } from "@/model/article";
import type { Assignment, Presence, Reviewer } from "@/model/assignment";
import type { Claim, QueuedClaim } from "@/model/claim";
import type { HistoryEntry } from "@/model/history";
import type { DashboardFigures, DeskAgreement } from "@/model/statistics";
import type { Notification } from "@/model/notification";
import type { BestMatch } from "@/model/match";
import type { Match } from "@/model/earlierClaim";
import type { Me } from "@/model/person";
import type { ProblemDocument } from "@/model/problem";
import type { Publication } from "@/model/publication";
import type { Rating } from "@/model/rating";
import type { Annotation, ReviewInput, Source, SourceSuggestion, VisibleReviews } from "@/model/review";
import type { ClaimVerdict, Verdict, VerdictStanding } from "@/model/verdict";
import type { Assigning, Move } from "./assignments";
import type { components } from "./schema";

type Schemas = components["schemas"];

/** What the API sends has every field; "optional" and "readonly" speak of what it takes. */
type Sent<T> = T extends readonly (infer Each)[]
  ? Sent<Each>[]
  : T extends object
    ? { -readonly [Name in keyof T]-?: Sent<T[Name]> }
    : T;

type Fits<Theirs, Ours> = Sent<Theirs> extends Ours ? true : false;
/** What the interface sends is what the API takes. */
type Takes<Ours, Theirs> = Ours extends Theirs ? true : false;
type Holds<Each extends true> = Each;

/** The description knows no pairs, only lists of numbers. */
type Loose<T extends { segments: unknown }> = Omit<T, "segments"> & { segments: number[][] };

export type Promised = [
  Holds<Fits<Schemas["Article"], Article>>,
  Holds<Fits<Schemas["ArticleCard"], ArticleSummary>>,
  Holds<Fits<Schemas["Sentence"], Sentence>>,
  Holds<Fits<Schemas["Claim"], Loose<Claim>>>,
  Holds<Fits<Schemas["QueuedClaim"], Loose<QueuedClaim>>>,
  Holds<Fits<Schemas["Change"], Omit<HistoryEntry, "changes">>>,
  Holds<Fits<Schemas["Rating"], Rating>>,
  Holds<Fits<Schemas["Annotation"], Annotation>>,
  Holds<Fits<Schemas["AnnotationList"], VisibleReviews>>,
  Holds<Fits<Schemas["Source"], Source>>,
  Holds<Fits<Schemas["SourceSuggestion"], SourceSuggestion>>,
  Holds<Fits<Schemas["Verdict"], Verdict>>,
  Holds<Fits<Schemas["VerdictState"], VerdictStanding>>,
  Holds<Fits<Schemas["ClaimVerdict"], ClaimVerdict>>,
  Holds<Fits<Schemas["Assignment"], Assignment>>,
  Holds<Fits<Schemas["Reviewer"], Reviewer>>,
  Holds<Fits<Schemas["BestMatch"], BestMatch>>,
  Holds<Fits<Schemas["Presence"], Presence>>,
  Holds<Fits<Schemas["Publication"], Publication>>,
  Holds<Fits<Schemas["DeskMatch"], Match>>,
  Holds<Fits<Schemas["Me"], Me>>,
  Holds<Fits<Schemas["Notification"], Notification>>,
  Holds<Fits<Schemas["Dashboard"], DashboardFigures>>,
  Holds<Fits<Schemas["DeskAgreement"], DeskAgreement>>,
  Holds<Fits<Schemas["Problem"], ProblemDocument>>,
  Holds<Takes<Assigning, Schemas["AssigningInput"]>>,
  Holds<Takes<Move, Schemas["MoveInput"]>>,
  Holds<Takes<ReviewInput, Schemas["AnnotationInput"]>>,
];
