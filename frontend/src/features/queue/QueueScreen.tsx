import { Button } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useReviewers } from "@/api/assignments";
import { useChangeClaim, useQueue } from "@/api/claims";
import { useBestMatches } from "@/api/matches";
import { useMe } from "@/api/me";
import { AssignDialog } from "@/components/AssignDialog";
import { EmptyNote } from "@/components/EmptyNote";
import { LoadState } from "@/components/LoadState";
import { MoreButton } from "@/components/MoreButton";
import { useDecisions } from "@/components/useDecisions";
import { useRowKeys } from "@/components/useRowKeys";
import { useSelection } from "@/components/useSelection";
import { useUndo } from "@/components/useUndo";
import type { Claim, QueuedClaim } from "@/model/claim";
import type { ClaimAct } from "@/model/claimAct";
import type { Page } from "@/model/page";
import { mayAssign, mayReview } from "@/model/person";
import { BulkBar } from "./BulkBar";
import { QueueFilters } from "./QueueFilters";
import { QueueHead } from "./QueueHead";
import { QueueList } from "./QueueList";
import { QueueModes } from "./QueueModes";
import styles from "./QueueScreen.module.css";
import { refusedAmong, useBulk } from "./useBulk";
import { useHolding } from "./useHolding";
import { useUnderway } from "./useUnderway";
import { isNarrowed, NO_FILTERS, useQueueFilters } from "./useQueueFilters";
import { BULK, useQueueKeys } from "./useQueueKeys";

const NONE: QueuedClaim[] = [];
const NO_PAGES: string[][] = [];
const idsOf = (page: Page<QueuedClaim>) => page.results.map(({ id }) => id);
const addressOf = (claim: Claim) => `/articles/${claim.article}?claim=${claim.id}`;

/** Claims over all articles, those most worth checking first: one key decides and moves on. */
export default function QueueScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe().data;
  const [filters, setFilters] = useQueueFilters();
  const queue = useQueue(filters);
  const reviewers = useReviewers().data ?? [];
  const claims = useMemo(
    () => queue.data?.pages.flatMap((page) => page.results) ?? NONE,
    [queue.data],
  );
  const rows = useRowKeys(claims, queue, (claim) => void navigate(addressOf(claim)));
  const undo = useUndo(rows.setActiveId);
  const change = useChangeClaim();
  const decide = useDecisions(change.mutateAsync, undo);
  const bulk = useBulk(undo);
  const holding = useHolding(filters, undo);
  const [dismissingId, setDismissingId] = useState<string | null>(null);
  const [assigning, setAssigning] = useState<readonly QueuedClaim[] | null>(null);
  const matches = useBestMatches(queue.data?.pages.map(idsOf) ?? NO_PAGES);
  const selection = useSelection(claims);
  const { goTo } = rows;
  const rights = { mayTake: !!me && mayReview(me), mayAssign: !!me && mayAssign(me) };
  const canTake = rights.mayTake && filters.mode !== "mine";

  const underway = useUnderway();
  const { mark } = underway;
  const decideAndMove = useCallback(
    async (claim: Claim, act: ClaimAct) => {
      setDismissingId(null);
      const place = claims.findIndex((other) => other.id === claim.id);
      if (act.act !== "reopen") goTo(place + 1); // the next key is for the next claim, however slow the line
      await mark(claim.id, decide(claim, act));
    },
    [claims, decide, goTo, mark],
  );
  const decideAll: typeof bulk.decide = async (...given) => {
    setDismissingId(null);
    const isDone = await bulk.decide(...given);
    if (isDone) selection.clear();
    return isDone;
  };
  const clear = () => {
    selection.clear();
    bulk.forget();
  };
  const acts = {
    accept: (claim: QueuedClaim) => void decideAndMove(claim, { act: "accept" }),
    acceptAll: () => void decideAll(selection.rows, "accept"),
    reopen: (claim: QueuedClaim) => void decideAndMove(claim, { act: "reopen" }),
    dismissing: setDismissingId,
    assign: setAssigning,
    takeNext: () => void holding.takeNext(),
    take: (claim: QueuedClaim) => void holding.takeThis(claim),
    giveBack: (claim: QueuedClaim) => void holding.giveBack(claim),
    clear,
  };
  const isBusy = rows.active !== null && underway.ids.has(rows.active.id);
  useQueueKeys({ active: rows.active, isBusy, selection, rights: { ...rights, canTake }, acts });

  return (
    <div className={styles.screen}>
      <QueueHead
        place={rows.at + 1}
        count={claims.length}
        hasMore={queue.hasNextPage}
        canTake={canTake}
        isTaking={holding.isTaking}
        undo={undo}
        onTakeNext={acts.takeNext}
      />
      <QueueModes me={me} mode={filters.mode} onChange={(mode) => setFilters({ mode })} />
      <QueueFilters filters={filters} reviewers={reviewers} onChange={setFilters} />
      {selection.rows.length > 0 && (
        <BulkBar
          count={selection.rows.length}
          refused={bulk.refused}
          canAssign={rights.mayAssign}
          isDismissing={dismissingId === BULK}
          onAccept={acts.acceptAll}
          onDismissing={(is) => setDismissingId(is ? BULK : null)}
          onDismiss={(reason) => void decideAll(selection.rows, "dismiss", reason)}
          onAssign={() => setAssigning(selection.rows)}
          onClear={clear}
        />
      )}
      <LoadState of={queue} />
      {queue.data && claims.length === 0 && (
        <EmptyNote title={t(isNarrowed(filters) ? "queue.none" : "queue.nothing")}>
          {isNarrowed(filters) && (
            <Button variant="default" onClick={() => setFilters(NO_FILTERS)}>
              {t("filters.clear")}
            </Button>
          )}
        </EmptyNote>
      )}
      <p className="visually-hidden" role="status">
        {rows.active && !rows.isReached && t("queue.begins", { text: rows.active.text })}
      </p>
      <QueueList
        claims={claims}
        matches={matches}
        isStale={queue.isPlaceholderData}
        activeId={rows.activeId}
        isReached={rows.isReached}
        dismissingId={dismissingId}
        underway={underway.ids}
        isTriage={filters.mode === "triage" || filters.mode === ""}
        selection={selection}
        rights={rights}
        onPick={rows.setActiveId}
        onDismissing={setDismissingId}
        onDecide={decideAndMove}
        onSpeaker={(speaker) => setFilters({ speaker })}
        acts={acts}
      />
      <MoreButton of={queue} />
      {assigning && (
        <AssignDialog
          title={t("assigning.title", { count: assigning.length })}
          about={assigning.length === 1 ? assigning[0]?.text : undefined}
          reviewers={reviewers}
          canMove={assigning.every((claim) => claim.holds.length > 0)}
          refusalsOf={(error) =>
            refusedAmong(assigning, error).map(({ claim, detail }) => `“${claim.text}”: ${detail}`)
          }
          onAssign={(given) => bulk.assignTo(assigning, given)}
          onDone={() => {
            setAssigning(null);
            clear();
          }}
          onClose={() => setAssigning(null)}
        />
      )}
    </div>
  );
}
