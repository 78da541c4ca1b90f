import type { Selection } from "@/components/useSelection";
import type { Claim, QueuedClaim } from "@/model/claim";
import type { ClaimAct } from "@/model/claimAct";
import type { BestMatch } from "@/model/match";
import { QueueCard } from "./QueueCard";
import type { CardRights } from "./QueueCardActs";
import styles from "./QueueScreen.module.css";
import type { QueueActs } from "./useQueueKeys";

interface QueueListProps {
  claims: readonly QueuedClaim[];
  matches: ReadonlyMap<string, BestMatch>;
  /** The list for the new filters is on its way; the old one can still be read. */
  isStale: boolean;
  activeId: string | null;
  /** The active claim was reached by key or pointer, not by the list's beginning. */
  isReached: boolean;
  dismissingId: string | null;
  /** Claims whose decision is on its way. */
  underway: ReadonlySet<string>;
  isTriage: boolean;
  selection: Selection<QueuedClaim>;
  rights: CardRights;
  onPick: (id: string) => void;
  onDismissing: (id: string | null) => void;
  onDecide: (claim: Claim, act: ClaimAct) => Promise<void>;
  onSpeaker: (name: string) => void;
  acts: QueueActs;
}

/** The queue's claims, in its order. */
export function QueueList(props: QueueListProps) {
  const { claims, matches, isStale, activeId, dismissingId, isTriage, selection, acts } = props;
  return (
    <ol className={styles.list} aria-busy={isStale}>
      {claims.map((claim) => (
        <QueueCard
          key={claim.id}
          claim={claim}
          match={matches.get(claim.id)}
          to={`/articles/${claim.article}?claim=${claim.id}`}
          isActive={claim.id === activeId}
          isReached={claim.id === activeId && props.isReached}
          isPicked={selection.has(claim.id)}
          isDone={isTriage && claim.review_state !== "proposed"}
          isDismissing={claim.id === dismissingId}
          isBusy={props.underway.has(claim.id)}
          rights={props.rights}
          onPick={props.onPick}
          onSelect={(id, isRange) => (isRange ? selection.extendTo(id) : selection.toggle(id))}
          onSpeaker={props.onSpeaker}
          onDismissing={props.onDismissing}
          onDecide={props.onDecide}
          onTake={acts.take}
          onGiveBack={acts.giveBack}
          onAssign={(one) => acts.assign([one])}
        />
      ))}
    </ol>
  );
}
