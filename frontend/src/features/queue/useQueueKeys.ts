import { useTranslation } from "react-i18next";
import type { Selection } from "@/components/useSelection";
import { useKeys } from "@/keyboard/useKeys";
import type { QueuedClaim } from "@/model/claim";
import { type CardRights, isAssignable, isReopenable, isTakeable } from "./QueueCardActs";

/** Stands for all picked claims where an id of one is asked for. */
export const BULK = "bulk";

export interface QueueActs {
  accept: (claim: QueuedClaim) => void;
  acceptAll: () => void;
  reopen: (claim: QueuedClaim) => void;
  dismissing: (id: string | null) => void;
  assign: (claims: readonly QueuedClaim[]) => void;
  takeNext: () => void;
  take: (claim: QueuedClaim) => void;
  giveBack: (claim: QueuedClaim) => void;
  clear: () => void;
}

interface QueueKeys {
  active: QueuedClaim | null;
  /** A decision about the active claim is on its way. */
  isBusy: boolean;
  selection: Selection<QueuedClaim>;
  rights: CardRights & { canTake: boolean };
  acts: QueueActs;
}

/** The queue's keys: on the picked claims where there are any, else on the one that is reached. */
export function useQueueKeys({ active, isBusy, selection, rights, acts }: QueueKeys): void {
  const { t } = useTranslation();
  const isBulk = selection.rows.length > 0;
  const isProposed = active?.review_state === "proposed" && !isBusy;
  const on = (act: (claim: QueuedClaim) => void) => () => active && act(active);
  useKeys([
    {
      keys: ["a"],
      does: t("claim.accept"),
      isOff: !isBulk && !isProposed,
      run: isBulk ? acts.acceptAll : on(acts.accept),
    },
    {
      keys: ["d"],
      does: t("claim.dismiss"),
      isOff: !isBulk && !isProposed,
      run: isBulk ? () => acts.dismissing(BULK) : on((claim) => acts.dismissing(claim.id)),
    },
    {
      keys: ["o"],
      does: t("claim.reopen"),
      isOff: isBulk || isBusy || !active || !isReopenable(active),
      run: on(acts.reopen),
    },
    {
      keys: ["w"],
      does: t("assigning.act"),
      isOff: !rights.mayAssign || (!isBulk && (!active || !isAssignable(active))),
      run: isBulk ? () => acts.assign(selection.rows) : on((claim) => acts.assign([claim])),
    },
    { keys: ["x"], does: t("bulk.pickOne"), isOff: !active, run: on((c) => selection.toggle(c.id)) },
    { keys: ["X"], does: t("bulk.pickTo"), isOff: !active, run: on((c) => selection.extendTo(c.id)) },
    { keys: ["Escape"], does: t("bulk.clear"), isOff: !isBulk, run: acts.clear },
    { keys: ["t"], does: t("holding.takeNext"), isOff: !rights.canTake, run: acts.takeNext },
    {
      keys: ["T"],
      does: t("holding.take"),
      isOff: !rights.mayTake || !active || !isTakeable(active),
      run: on(acts.take),
    },
    {
      keys: ["b"],
      does: t("holding.giveBack"),
      isOff: !active?.holds.some((hold) => hold.mine),
      run: on(acts.giveBack),
    },
  ]);
}
