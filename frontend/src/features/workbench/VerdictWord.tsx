import { Globe, UserCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { useRatings } from "@/api/ratings";
import { RatingMark, ToneMark } from "@/components/RatingMark";
import { ratingName } from "@/model/rating";
import { awaitsReview, type ClaimVerdict } from "@/model/verdict";
import styles from "./ClaimPane.module.css";

/** Where an accepted claim stands, in a few words: verdict, dispute, or reviews so far. */
export function VerdictWord({ verdict }: { verdict: ClaimVerdict }) {
  const { t, i18n } = useTranslation();
  const ratings = useRatings();
  const isReviewer = useMe().data?.roles.includes("reviewer") ?? false;
  const rating = ratings.find((other) => other.key === verdict.rating);
  const own = ratings.find((other) => other.key === verdict.own_rating);
  const given = t("verdict.given", { given: verdict.reviews_given, needed: verdict.reviews_needed });
  return (
    <>
      {verdict.state === "disputed" && <ToneMark tone="disputed">{t("verdict.disputed")}</ToneMark>}
      {rating && <RatingMark rating={rating} />}
      {verdict.state !== "settled" && <span>{given}</span>}
      {isReviewer && awaitsReview(verdict) && <strong>{t("verdict.awaits")}</strong>}
      {own && verdict.state !== "settled" && (
        <span className={styles.own}>
          <UserCheck size={15} aria-hidden="true" />
          {t("verdict.own", { rating: ratingName(own, i18n.language) })}
        </span>
      )}
      {verdict.publication_state !== "unpublished" && (
        <span className={styles.own}>
          <Globe size={15} aria-hidden="true" />
          {t(`publication.states.${verdict.publication_state}`)}
        </span>
      )}
    </>
  );
}
