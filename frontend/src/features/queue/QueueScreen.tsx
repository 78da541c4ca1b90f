import { Button } from "@mantine/core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useChangeClaim, useQueue } from "@/api/claims";
import { EmptyNote } from "@/components/EmptyNote";
import { KeyButton } from "@/components/KeyButton";
import { ProblemNote } from "@/components/ProblemNote";
import { useDecisions } from "@/components/useDecisions";
import { useRowKeys } from "@/components/useRowKeys";
import { useUndo } from "@/components/useUndo";
import { Waiting } from "@/components/Waiting";
import { problemWords } from "@/i18n/words";
import { useKeys } from "@/keyboard/useKeys";
import type { Claim, QueuedClaim } from "@/model/claim";
import type { ClaimAct } from "@/model/claimAct";
import { QueueCard } from "./QueueCard";
import { QueueFilters } from "./QueueFilters";
import styles from "./QueueScreen.module.css";
import { useQueueFilters } from "./useQueueFilters";

const NONE: QueuedClaim[] = [];
const addressOf = (claim: Claim) => `/articles/${claim.article}?claim=${claim.id}`;

/** Claims over all articles, those most worth checking first: one key decides and moves on. */
export default function QueueScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [filters, setFilters] = useQueueFilters();
  const queue = useQueue(filters);
  const undo = useUndo();
  const change = useChangeClaim();
  const decide = useDecisions(change.mutateAsync, undo);
  const [dismissingId, setDismissingId] = useState<string | null>(null);
  const claims = queue.data?.pages.flatMap((page) => page.results) ?? NONE;
  const rows = useRowKeys(claims, (claim) => void navigate(addressOf(claim)));
  const { active, at, goTo } = rows;

  const decideAndMove = useCallback(
    async (claim: Claim, act: ClaimAct) => {
      setDismissingId(null);
      const place = claims.findIndex((other) => other.id === claim.id);
      if ((await decide(claim, act)) && act.act !== "reopen") goTo(place + 1);
    },
    [claims, decide, goTo],
  );
  const isProposed = active?.review_state === "proposed";
  useKeys([
    {
      keys: ["a"],
      does: t("claim.accept"),
      isOff: !isProposed,
      run: () => active && void decideAndMove(active, { act: "accept" }),
    },
    {
      keys: ["d"],
      does: t("claim.dismiss"),
      isOff: !isProposed,
      run: () => active && setDismissingId(active.id),
    },
    { keys: ["u"], does: t("undo.label"), isOff: !undo.next, run: undo.undo },
  ]);

  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{t("queue.title")}</h1>
        {claims.length > 0 && (
          <span className={styles.place}>
            {t(queue.hasNextPage ? "queue.placeOfMore" : "queue.place", { at: at + 1, count: claims.length })}
          </span>
        )}
        <KeyButton
          variant="default"
          shortcut="u"
          disabled={!undo.next}
          onClick={undo.undo}
          title={undo.next ?? undefined}
        >
          {t("undo.label")}
        </KeyButton>
      </div>
      <QueueFilters filters={filters} onChange={setFilters} />
      {queue.isPending && <Waiting />}
      {queue.isError && (
        <ProblemNote onRetry={() => void queue.refetch()} isRetrying={queue.isFetching}>
          {problemWords(queue.error, t)}
        </ProblemNote>
      )}
      {queue.data && claims.length === 0 && <EmptyNote title={t("queue.none")} />}
      <ol className={styles.list} aria-label={t("queue.title")}>
        {claims.map((claim) => (
          <QueueCard
            key={claim.id}
            claim={claim}
            to={addressOf(claim)}
            isActive={claim.id === rows.activeId}
            isDismissing={claim.id === dismissingId}
            onPick={rows.setActiveId}
            onDismissing={setDismissingId}
            onDecide={decideAndMove}
          />
        ))}
      </ol>
      {queue.hasNextPage && (
        <Button
          variant="default"
          loading={queue.isFetchingNextPage}
          onClick={() => void queue.fetchNextPage()}
        >
          {t("common.more")}
        </Button>
      )}
    </div>
  );
}
