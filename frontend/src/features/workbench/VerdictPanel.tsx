import { useTranslation } from "react-i18next";
import { useRatings } from "@/api/ratings";
import { useVerdict } from "@/api/verdicts";
import { LoadState } from "@/components/LoadState";
import { RatingMark, ToneMark } from "@/components/RatingMark";
import type { Undo } from "@/components/useUndo";
import { formatMoment } from "@/i18n/format";
import type { Claim } from "@/model/claim";
import type { Annotation } from "@/model/review";
import type { VerdictStanding } from "@/model/verdict";
import { Panel } from "./Panel";
import { VerdictActs } from "./VerdictActs";
import styles from "./VerdictPanel.module.css";

interface VerdictPanelProps {
  claim: Claim;
  /** The standing reviews that the reader may see. */
  reviews: readonly Annotation[];
  undo: Undo;
}

/** How many reviews there are, whether they agree, and the act that settles. */
export function VerdictPanel({ claim, reviews, undo }: VerdictPanelProps) {
  const { t } = useTranslation();
  const verdict = useVerdict(claim.id);
  const standing = verdict.data;
  return (
    <Panel
      id="verdict"
      title={t("verdict.title")}
      aside={standing && <ReviewsGiven standing={standing} />}
    >
      <LoadState of={verdict} />
      {standing && (
        <>
          <Outcome standing={standing} />
          <VerdictActs claim={claim} standing={standing} reviews={reviews} undo={undo} />
        </>
      )}
    </Panel>
  );
}

function ReviewsGiven({ standing }: { standing: VerdictStanding }) {
  const { t } = useTranslation();
  const { reviews_given: given, reviews_needed: needed } = standing;
  return (
    <span className={styles.given}>
      <span className={styles.dots} aria-hidden="true">
        {Array.from({ length: Math.max(needed, given) }, (_, place) => (
          <span key={place} data-full={place < given || undefined} />
        ))}
      </span>
      {t("verdict.given", { given, needed })}
    </span>
  );
}

/** The verdict that stands, or how far it is. */
function Outcome({ standing }: { standing: VerdictStanding }) {
  const { t, i18n } = useTranslation();
  const { state, verdict, agreed_rating: agreed } = standing;
  const ratings = useRatings();
  const rating = ratings.find((other) => other.key === (verdict?.rating ?? agreed));
  if (state === "disputed") {
    return (
      <p className={styles.line}>
        <ToneMark tone="disputed">{t("verdict.disputed")}</ToneMark> {t("verdict.disputedHelp")}
      </p>
    );
  }
  if (state === "needs_reviews") return <p className={styles.quiet}>{t("verdict.waits")}</p>;
  if (state === "reviewed") return <p className={styles.quiet}>{t("verdict.reviewed")}</p>;
  return (
    <>
      <p className={styles.line}>
        {rating && <RatingMark rating={rating} />}
        {state === "agreed" && t("verdict.agreed")}
        {state === "settled" && !verdict && t("verdict.settledBlind")}
        {state === "settled" && verdict && (
          <span className={styles.quiet}>
            {t(`verdict.by.${verdict.method}`, { name: verdict.settled_by ?? "" })} ·{" "}
            {formatMoment(verdict.created_at, i18n.language)}
          </span>
        )}
      </p>
      {verdict?.reason && <p className={styles.reason}>{verdict.reason}</p>}
    </>
  );
}
