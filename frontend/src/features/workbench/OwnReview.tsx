import { useTranslation } from "react-i18next";
import { useSubmitReview, useWithdrawReview } from "@/api/annotations";
import { KeyButton } from "@/components/KeyButton";
import { tellAct, tellProblem } from "@/components/tell";
import { useOnce } from "@/components/useOnce";
import type { Undo } from "@/components/useUndo";
import { useKeys } from "@/keyboard/useKeys";
import type { Claim } from "@/model/claim";
import type { Me } from "@/model/person";
import type { Annotation } from "@/model/review";
import { draftOf, inputOf } from "@/model/reviewDraft";
import { draftKey } from "./keptDrafts";
import { Panel } from "./Panel";
import { ReviewView } from "./ReviewView";
import styles from "./ReviewView.module.css";
import { UnsentWords } from "./UnsentWords";

interface OwnReviewProps {
  claim: Claim;
  review: Annotation;
  me: Me;
  undo: Undo;
  /** Null for who rates no claims any more. */
  onEdit: (() => void) | null;
}

/** One's own submitted review; it can be revised and withdrawn. */
export function OwnReview({ claim, review, me, undo, onEdit }: OwnReviewProps) {
  const { t } = useTranslation();
  const withdraw = useWithdrawReview(claim.id);
  const submit = useSubmitReview(claim.id);
  const what = t("review.withdrew");
  const withdrawIt = async () => {
    try {
      await withdraw.mutateAsync({ id: review.id, version: review.version });
    } catch (error) {
      tellProblem(error, t);
      return false;
    }
    let now = review;
    undo.push({
      what,
      run: async () => {
        now = await submit.mutateAsync(inputOf(draftOf(review)));
      },
      again: () => withdraw.mutateAsync({ id: now.id, version: now.version }),
    });
    tellAct(t("decisions.done", { what }));
    return true;
  };
  const takeBack = useOnce(() => undo.during(what, withdrawIt));
  useKeys([
    { keys: ["i"], does: t("review.edit"), isOff: !onEdit, run: () => onEdit?.() },
    {
      keys: ["b"],
      does: t("review.withdraw"),
      isOff: !onEdit || withdraw.isPending,
      run: () => void takeBack(),
    },
  ]);
  return (
    <Panel id="own-review" title={t("review.yours")}>
      <ReviewView review={review} />
      {onEdit && (
        <UnsentWords
          review={review}
          keys={{ first: draftKey(me.id, claim.id), revision: draftKey(me.id, claim.id, review.id) }}
          undo={undo}
          onRevise={onEdit}
        />
      )}
      {onEdit && (
        <div className={styles.acts}>
          <KeyButton variant="default" shortcut="i" onClick={onEdit}>
            {t("review.edit")}
          </KeyButton>
          <KeyButton
            variant="default"
            shortcut="b"
            loading={withdraw.isPending}
            onClick={() => void takeBack()}
          >
            {t("review.withdraw")}
          </KeyButton>
        </div>
      )}
    </Panel>
  );
}
