import { useTranslation } from "react-i18next";
import { useRatings } from "@/api/ratings";
import { RatingMark } from "@/components/RatingMark";
import { formatMoment } from "@/i18n/format";
import type { Annotation, Evidence } from "@/model/review";
import styles from "./ReviewView.module.css";
import { SourceLine } from "./SourceLine";
import { STANCE_ICONS } from "./stanceIcons";

/** A review as it was given: rating, rationale, evidence. */
export function ReviewView({ review }: { review: Annotation }) {
  const { t, i18n } = useTranslation();
  const rating = useRatings().find((other) => other.key === review.rating);
  return (
    <article
      className={styles.review}
      data-hidden={review.hidden || undefined}
      aria-label={t("review.by", { name: review.author.display_name })}
    >
      <div className={styles.head}>
        {rating ? <RatingMark rating={rating} /> : review.rating}
        <span className={styles.about}>
          {review.mine ? t("review.you") : review.author.display_name} ·{" "}
          {formatMoment(review.updated_at, i18n.language)}
          {review.hidden && ` · ${t("review.hidden")}`}
          {review.withdrawn_at && ` · ${t("review.withdrawn")}`}
        </span>
      </div>
      <p className={styles.rationale}>{review.rationale}</p>
      {review.evidence.length > 0 && (
        <ol className={styles.evidence}>
          {review.evidence.map((evidence) => (
            <EvidenceView key={evidence.id} evidence={evidence} claimId={review.claim} />
          ))}
        </ol>
      )}
    </article>
  );
}

function EvidenceView({ evidence, claimId }: { evidence: Evidence; claimId: string }) {
  const { t } = useTranslation();
  const Icon = evidence.stance ? STANCE_ICONS[evidence.stance] : null;
  return (
    <li className={styles.item}>
      <div className={styles.stance}>
        {Icon && <Icon size={15} aria-hidden="true" />}
        {evidence.stance ? t(`stances.${evidence.stance}`) : t("evidence.noStance")}
        {evidence.is_primary && <strong>{t("evidence.isPrimary")}</strong>}
      </div>
      {evidence.excerpt && <blockquote className={styles.excerpt}>{evidence.excerpt}</blockquote>}
      {isElsewhere(evidence) && <p className={styles.about}>{t("evidence.notInCopy")}</p>}
      {evidence.note && <p>{evidence.note}</p>}
      <SourceLine source={evidence.source} claimId={claimId} />
    </li>
  );
}

/** Are there words to find the excerpt in, and it isn't among them? */
function isElsewhere({ excerpt, anchor, source }: Evidence): boolean {
  return excerpt !== "" && anchor === null && source.copy?.has_text === true;
}
