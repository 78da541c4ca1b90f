import { useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyButton } from "@/components/KeyButton";
import { ProblemNote } from "@/components/ProblemNote";
import type { Undo } from "@/components/useUndo";
import { problemWords, wordsFor } from "@/i18n/words";
import { useKeys } from "@/keyboard/useKeys";
import type { Claim } from "@/model/claim";
import type { Annotation } from "@/model/review";
import { settlingOf, type VerdictStanding } from "@/model/verdict";
import { AdjudicateDialog } from "./AdjudicateDialog";
import { useSettling } from "./useSettling";
import styles from "./VerdictPanel.module.css";

interface VerdictActsProps {
  claim: Claim;
  standing: VerdictStanding;
  /** The standing reviews that the reader may see. */
  reviews: readonly Annotation[];
  undo: Undo;
}

/** Settle where reviews agree, adjudicate where they don't, take a verdict back; else say why not. */
export function VerdictActs({ claim, standing, reviews, undo }: VerdictActsProps) {
  const { t } = useTranslation();
  const settling = useSettling(claim, undo);
  const [isAdjudicating, setAdjudicating] = useState(false);
  const { state, may_settle: may, why_not: whyNot, verdict } = standing;
  const way = settlingOf(standing);
  const isPublic = standing.why_not_reopen === "verdict-is-public";
  const settle = () => void settling.settle({}).catch(() => undefined); // told below
  const adjudicate = () => setAdjudicating(true);
  const takeBack = () => verdict && void settling.takeBack(verdict).catch(() => undefined);
  useKeys([
    { keys: ["v"], does: t("verdict.settle"), isOff: way !== "agree", run: settle },
    { keys: ["v"], does: t("verdict.adjudicate"), isOff: way !== "adjudicate", run: adjudicate },
    { keys: ["v"], does: t("verdict.again"), isOff: way !== "again", run: adjudicate },
    { keys: ["V"], does: t("verdict.reopen"), isOff: !standing.may_reopen, run: takeBack },
  ]);
  return (
    <>
      <div className={styles.line}>
        {way === "agree" && (
          <KeyButton shortcut="v" loading={settling.isPending} onClick={settle}>
            {t("verdict.settle")}
          </KeyButton>
        )}
        {way === "adjudicate" && (
          <KeyButton shortcut="v" onClick={adjudicate}>
            {t("verdict.adjudicate")}
          </KeyButton>
        )}
        {way === "again" && (
          <KeyButton variant="subtle" shortcut="v" onClick={adjudicate}>
            {t("verdict.again")}
          </KeyButton>
        )}
        {verdict && (standing.may_reopen || isPublic) && (
          <KeyButton
            variant="subtle"
            shortcut="V"
            disabled={isPublic}
            loading={settling.isReopening}
            onClick={takeBack}
          >
            {t("verdict.reopen")}
          </KeyButton>
        )}
      </div>
      {verdict && isPublic && <p className={styles.quiet}>{t("verdict.isPublic")}</p>}
      {!may && whyNot && (state === "agreed" || state === "disputed") && (
        <p className={styles.quiet}>
          {whyNot === "not-allowed"
            ? t("verdict.othersSettle")
            : wordsFor("problems", whyNot, t("verdict.mayNot"))}
        </p>
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
