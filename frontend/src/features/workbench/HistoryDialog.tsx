import { useTranslation } from "react-i18next";
import { useReviewHistory, useReviews } from "@/api/annotations";
import { useClaimHistory } from "@/api/claims";
import { useVerdictHistory } from "@/api/verdicts";
import { Dialog } from "@/components/Dialog";
import { ProblemNote } from "@/components/ProblemNote";
import { Waiting } from "@/components/Waiting";
import { problemWords } from "@/i18n/words";
import type { Claim } from "@/model/claim";
import type { HistoryEntry } from "@/model/history";
import type { Annotation } from "@/model/review";
import type { Verdict } from "@/model/verdict";
import styles from "./History.module.css";
import { HistoryEntries } from "./HistoryEntries";

/** Every version of a claim, of its reviews and of its verdict: who, when, what changed. */
export function HistoryDialog({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const { t } = useTranslation();
  const history = useClaimHistory(claim.id, claim.version);
  const reviews = useReviews(claim.id);
  const verdicts = useVerdictHistory(claim.id);
  const given = verdicts.data?.results ?? [];
  return (
    <Dialog title={t("claim.history")} size="xl" onClose={onClose}>
      <div className={styles.history}>
        <section>
          <h3>{t("history.ofClaim")}</h3>
          {history.isPending && <Waiting />}
          {history.isError && <ProblemNote>{problemWords(history.error, t)}</ProblemNote>}
          <HistoryEntries entries={history.data?.results ?? []} />
        </section>
        {reviews.data?.results.map((review) => (
          <ReviewHistory key={review.id} review={review} />
        ))}
        {given.length > 0 && (
          <section>
            <h3>{t("verdict.title")}</h3>
            <HistoryEntries entries={given.map(asEntry)} />
          </section>
        )}
      </div>
    </Dialog>
  );
}

function ReviewHistory({ review }: { review: Annotation }) {
  const { t } = useTranslation();
  const history = useReviewHistory(review);
  const title = review.mine
    ? t("review.yours")
    : t("review.by", { name: review.author.display_name });
  return (
    <section>
      <h3>{title}</h3>
      {history.isPending && <Waiting />}
      {history.isError && <ProblemNote>{problemWords(history.error, t)}</ProblemNote>}
      <HistoryEntries entries={history.data?.results ?? []} />
    </section>
  );
}

/** A verdict as a change of the one that stood before it. */
function asEntry(verdict: Verdict, index: number, all: readonly Verdict[]): HistoryEntry {
  const before = all[index - 1];
  return {
    at: verdict.created_at,
    by: verdict.settled_by,
    act: before ? "update" : "insert",
    changes: {
      rating: [before?.rating ?? "", verdict.rating],
      // the same rating may be taken back and given again: that alone is told by the method
      ...([verdict.method, before?.method].includes("reopened") && {
        method: [before?.method ?? "", verdict.method],
      }),
      ...(verdict.reason && { reason: [before?.reason ?? "", verdict.reason] }),
    },
  };
}
