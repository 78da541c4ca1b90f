import { useTranslation } from "react-i18next";
import { useRatings } from "@/api/ratings";
import type { ConflictField } from "@/components/ConflictNote";
import { ratingName } from "@/model/rating";
import type { Annotation } from "@/model/review";
import { draftOf, type ReviewDraft } from "@/model/reviewDraft";

/** The stored review and the one being typed, field by field, for a choice. */
export function useConflictFields(theirs: Annotation | null, mine: ReviewDraft): ConflictField[] {
  const { t, i18n } = useTranslation();
  const ratings = useRatings();
  if (!theirs) return [];
  const name = (key: string) => {
    const rating = ratings.find((other) => other.key === key);
    return rating ? ratingName(rating, i18n.language) : key;
  };
  const sources = (draft: ReviewDraft) =>
    draft.evidence
      .map((row) => [row.title || row.url, row.stance && t(`stances.${row.stance}`), row.excerpt])
      .map((parts) => parts.filter(Boolean).join(" — "))
      .join("\n");
  const stored = draftOf(theirs);
  return [
    { label: t("review.rating"), theirs: name(stored.rating), mine: name(mine.rating) },
    { label: t("review.rationale"), theirs: stored.rationale, mine: mine.rationale },
    { label: t("evidence.title"), theirs: sources(stored), mine: sources(mine) },
  ];
}
