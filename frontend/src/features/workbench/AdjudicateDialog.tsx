import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { useDialogAct } from "@/components/useDialogAct";
import { useKept, useKeptWords } from "@/components/useKept";
import type { Undo } from "@/components/useUndo";
import type { Claim } from "@/model/claim";
import type { Annotation } from "@/model/review";
import { MergedSources } from "./MergedSources";
import { RatingChoice } from "./RatingChoice";
import { ReviewView } from "./ReviewView";
import { useSettling } from "./useSettling";
import styles from "./VerdictPanel.module.css";

interface AdjudicateDialogProps {
  claim: Claim;
  reviews: readonly Annotation[];
  /** The verdict that another takes the place of. */
  replaces: string | null;
  undo: Undo;
  onClose: () => void;
}

/** All reviews side by side, and the rating that will stand, with a written reason. */
export function AdjudicateDialog(props: AdjudicateDialogProps) {
  const { claim, reviews, replaces, undo, onClose } = props;
  const { t } = useTranslation();
  const settling = useSettling(claim, undo);
  const rating = useKept(`verdict-rating.${claim.id}`, "");
  const reason = useKeptWords(`verdict.${claim.id}`);
  const isReady = rating.given !== "" && reason.words.trim() !== "";
  const { carryOut, error, isPending } = useDialogAct(onClose);
  const submit = () => {
    if (!isReady) return;
    const given = {
      rating: rating.given,
      reason: reason.words.trim(),
      ...(replaces && { replaces }),
    };
    const forget = () => {
      rating.forget();
      reason.forget();
    };
    void carryOut(() => settling.settle(given).then(forget));
  };
  return (
    <Dialog title={t("verdict.adjudicateTitle")} size="wide" onClose={onClose}>
      <ModForm className={styles.form} onSubmit={submit}>
        <p className={styles.claim}>{claim.text}</p>
        <div className={styles.sides}>
          {reviews.map((review) => (
            <div key={review.id} className={styles.side}>
              <ReviewView review={review} />
            </div>
          ))}
        </div>
        <MergedSources reviews={reviews} />
        <RatingChoice name="adjudicated" value={rating.given} onChange={rating.setGiven} isInDialog />
        <Textarea
          label={t("verdict.reason")}
          description={t("verdict.reasonHelp")}
          rows={3}
          required
          value={reason.words}
          onChange={(event) => reason.setWords(event.currentTarget.value)}
        />
        <DialogActions
          act={t("verdict.settle")}
          error={error}
          isReady={isReady}
          isPending={isPending}
          onClose={onClose}
        />
      </ModForm>
    </Dialog>
  );
}
