import { useTranslation } from "react-i18next";
import { KeyButton } from "@/components/KeyButton";
import { ReviewStateWord } from "@/components/ReviewStateWord";
import type { Claim, QueuedClaim } from "@/model/claim";
import type { ClaimAct } from "@/model/claimAct";
import styles from "./QueueScreen.module.css";

/** What the person's roles let them do to claims of the queue. */
export interface CardRights {
  mayTake: boolean;
  mayAssign: boolean;
}

interface QueueCardActsProps {
  claim: QueuedClaim;
  /** A decision about it is on its way: nothing else is to be decided meanwhile. */
  isBusy: boolean;
  rights: CardRights;
  onDismissing: (id: string | null) => void;
  onDecide: (claim: Claim, act: ClaimAct) => Promise<void>;
  onTake: (claim: QueuedClaim) => void;
  onGiveBack: (claim: QueuedClaim) => void;
  onAssign: (claim: QueuedClaim) => void;
}

/** Can this claim still be taken by the person who looks, as far as the row tells? */
export function isTakeable(claim: QueuedClaim): boolean {
  const places = claim.reviews_needed - claim.reviews_given - claim.holds.length;
  const isFree = claim.review_state === "accepted" && places > 0;
  return isFree && !claim.reviewed_by_me && !claim.holds.some((hold) => hold.mine);
}

/** Is there a place in it that can be given to somebody, or taken from who has it? */
export function isAssignable(claim: QueuedClaim): boolean {
  const { review_state: state, reviews_given: given, reviews_needed: needed } = claim;
  return state === "proposed" || (state === "accepted" && given < needed);
}

/** Can its decision be taken back, as far as the row tells? */
export function isReopenable(claim: QueuedClaim): boolean {
  const isReshaped = claim.dismissal === "split" || claim.dismissal === "merged";
  return claim.review_state !== "proposed" && !claim.fixed && !isReshaped;
}

/** What can be done to one claim, each with its key. */
export function QueueCardActs(props: QueueCardActsProps) {
  const { claim, rights, onDismissing, onDecide, onTake, onGiveBack, onAssign } = props;
  const { t } = useTranslation();
  if (props.isBusy) {
    return (
      <div className={styles.acts}>
        <span className={styles.pending}>{t("saving.pending")}</span>
      </div>
    );
  }
  return (
    <div className={styles.acts}>
      <ReviewStateWord claim={claim} />
      {claim.review_state === "proposed" && (
        <>
          <KeyButton shortcut="a" onClick={() => void onDecide(claim, { act: "accept" })}>
            {t("claim.accept")}
          </KeyButton>
          <KeyButton variant="default" shortcut="d" onClick={() => onDismissing(claim.id)}>
            {t("claim.dismiss")}
          </KeyButton>
        </>
      )}
      {rights.mayTake && isTakeable(claim) && (
        <KeyButton variant="default" shortcut="T" onClick={() => onTake(claim)}>
          {t("holding.take")}
        </KeyButton>
      )}
      {claim.holds.some((hold) => hold.mine) && (
        <KeyButton variant="default" shortcut="b" onClick={() => onGiveBack(claim)}>
          {t("holding.giveBack")}
        </KeyButton>
      )}
      {rights.mayAssign && isAssignable(claim) && (
        <KeyButton variant="default" shortcut="w" onClick={() => onAssign(claim)}>
          {t("assigning.act")}
        </KeyButton>
      )}
      {isReopenable(claim) && (
        <KeyButton
          variant="default"
          shortcut="o"
          onClick={() => void onDecide(claim, { act: "reopen" })}
        >
          {t("claim.reopen")}
        </KeyButton>
      )}
    </div>
  );
}
