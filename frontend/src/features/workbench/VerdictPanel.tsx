import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRatings } from "@/api/ratings";
import { useReopenVerdict, useVerdict } from "@/api/verdicts";
import { KeyButton } from "@/components/KeyButton";
import { ProblemNote } from "@/components/ProblemNote";
import { RatingMark, ToneMark } from "@/components/RatingMark";
import { tell } from "@/components/tell";
import type { Undo } from "@/components/useUndo";
import { Waiting } from "@/components/Waiting";
import { formatMoment } from "@/i18n/format";
import { problemWords, wordsFor } from "@/i18n/words";
import { useKeys } from "@/keyboard/useKeys";
import type { Claim } from "@/model/claim";
import type { Annotation } from "@/model/review";
import type { VerdictStanding } from "@/model/verdict";
import { AdjudicateDialog } from "./AdjudicateDialog";
import { Panel } from "./Panel";
import { useSettling } from "./useSettling";
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
      {verdict.isPending && <Waiting />}
      {verdict.isError && (
        <ProblemNote onRetry={() => void verdict.refetch()} isRetrying={verdict.isFetching}>
          {problemWords(verdict.error, t)}
        </ProblemNote>
      )}
      {standing && (
        <>
          <Outcome standing={standing} />
          <Settle claim={claim} standing={standing} reviews={reviews} undo={undo} />
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

interface SettleProps extends VerdictPanelProps {
  standing: VerdictStanding;
}

/** Settle in one act when the reviews agree; adjudicate when they don't; else say why not. */
function Settle({ claim, standing, reviews, undo }: SettleProps) {
  const { t } = useTranslation();
  const settling = useSettling(claim, undo);
  const reopen = useReopenVerdict(claim.id);
  const [isAdjudicating, setAdjudicating] = useState(false);
  const { state, may_settle: may, why_not: whyNot, verdict } = standing;
  const canSettle = may && state === "agreed";
  const canAdjudicate = may && state === "disputed";
  const isReplaceable = whyNot === "already-settled" && verdict?.method === "adjudication";
  const settleNow = () => void settling.settle({}).catch(() => undefined); // told below
  const takeBack = () =>
    verdict && reopen.mutate(verdict.id, { onSuccess: () => tell(t("verdict.reopened")) });
  useKeys([
    { keys: ["v"], does: t("verdict.settle"), isOff: !canSettle, run: settleNow },
    {
      keys: ["v"],
      does: t("verdict.adjudicate"),
      isOff: !canAdjudicate,
      run: () => setAdjudicating(true),
    },
  ]);
  return (
    <>
      {canSettle && (
        <div>
          <KeyButton shortcut="v" loading={settling.isPending} onClick={settleNow}>
            {t("verdict.settle")}
          </KeyButton>
        </div>
      )}
      {canAdjudicate && (
        <div>
          <KeyButton shortcut="v" onClick={() => setAdjudicating(true)}>
            {t("verdict.adjudicate")}
          </KeyButton>
        </div>
      )}
      {whyNot === "already-settled" && (
        <div className={styles.line}>
          {isReplaceable && (
            <Button variant="subtle" onClick={() => setAdjudicating(true)}>
              {t("verdict.again")}
            </Button>
          )}
          <Button variant="subtle" loading={reopen.isPending} onClick={takeBack}>
            {t("verdict.reopen")}
          </Button>
        </div>
      )}
      {reopen.isError && <ProblemNote>{problemWords(reopen.error, t)}</ProblemNote>}
      {!may && whyNot && (state === "agreed" || state === "disputed") && (
        <p className={styles.quiet}>{wordsFor("problems", whyNot, t("verdict.mayNot"))}</p>
      )}
      {settling.error && <ProblemNote>{problemWords(settling.error, t)}</ProblemNote>}
      {isAdjudicating && (
        <AdjudicateDialog
          claim={claim}
          reviews={reviews}
          replaces={verdict?.id ?? null}
          undo={undo}
          onClose={() => setAdjudicating(false)}
        />
      )}
    </>
  );
}
