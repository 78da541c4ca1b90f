import { useTranslation } from "react-i18next";
import { useRatings } from "@/api/ratings";
import { RatingMark } from "@/components/RatingMark";
import { formatShare } from "@/i18n/format";
import type { BestMatch } from "@/model/match";
import styles from "./MatchChip.module.css";

/** "Already checked?": the published claim that is likest, with its rating. */
export function MatchChip({ match }: { match: BestMatch }) {
  const { t, i18n } = useTranslation();
  const rating = useRatings().find(({ key }) => key === match.rating);
  return (
    <p className={styles.chip}>
      <span>{t(match.decision === "same" ? "queue.alreadyChecked.same" : "queue.alreadyChecked.likely")}</span>
      <a href={match.url} target="_blank" rel="noreferrer">
        {match.headline}
      </a>
      {rating && <RatingMark rating={rating} />}
      <span>{t("queue.alreadyChecked.score", { share: formatShare(match.score, i18n.language) })}</span>
    </p>
  );
}
