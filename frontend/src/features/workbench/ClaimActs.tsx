import { useTranslation } from "react-i18next";
import { KeyButton } from "@/components/KeyButton";
import type { ClaimAct } from "@/model/claimAct";
import styles from "./OpenClaim.module.css";

/** What is being done about the open claim, in a form or dialog of its own. */
export type Doing = "nothing" | "dismissing" | "rewording" | "splitting" | "merging" | "history";

/** What may be done to a claim as it stands. */
export interface ClaimRights {
  isProposed: boolean;
  mayReopen: boolean;
  mayReword: boolean;
  mayReshape: boolean;
  /** Why less may be done than with other claims; null where nothing is kept back. */
  whyNot: "fixed" | "reshaped" | null;
}

interface ClaimActsProps {
  /** What is shown. */
  rights: ClaimRights;
  /** What can be done now; what can't is shown switched off, with the reason in its title. */
  now: ClaimRights;
  onDecide: (act: ClaimAct) => void;
  onDo: (doing: Doing) => void;
}

/** The acts on a claim's words and state, each with its key; what can't be done isn't offered. */
export function ClaimActs({ rights, now, onDecide, onDo }: ClaimActsProps) {
  const { t } = useTranslation();
  const title = now.whyNot ? t(`claim.whyNot.${now.whyNot}`) : undefined;
  const onlyIf = (may: boolean) => (may ? {} : { disabled: true, title });
  return (
    <>
      <div className={styles.acts}>
        {rights.isProposed && (
          <>
            <KeyButton shortcut="a" onClick={() => onDecide({ act: "accept" })}>
              {t("claim.accept")}
            </KeyButton>
            <KeyButton variant="default" shortcut="d" onClick={() => onDo("dismissing")}>
              {t("claim.dismiss")}
            </KeyButton>
          </>
        )}
        {rights.mayReopen && (
          <KeyButton variant="default" shortcut="o" {...onlyIf(now.mayReopen)} onClick={() => onDecide({ act: "reopen" })}>
            {t("claim.reopen")}
          </KeyButton>
        )}
        {rights.mayReword && (
          <KeyButton variant="default" shortcut="w" {...onlyIf(now.mayReword)} onClick={() => onDo("rewording")}>
            {t("claim.reword")}
          </KeyButton>
        )}
        {rights.mayReshape && (
          <>
            <KeyButton variant="subtle" shortcut="x" {...onlyIf(now.mayReshape)} onClick={() => onDo("splitting")}>
              {t("split.act")}
            </KeyButton>
            <KeyButton variant="subtle" shortcut="m" {...onlyIf(now.mayReshape)} onClick={() => onDo("merging")}>
              {t("merge.act")}
            </KeyButton>
          </>
        )}
        <KeyButton variant="subtle" shortcut="h" onClick={() => onDo("history")}>
          {t("claim.history")}
        </KeyButton>
      </div>
      {rights.whyNot && (
        <p className={styles.whyNot}>
          {t(`claim.whyNot.${rights.whyNot}`)}
        </p>
      )}
    </>
  );
}
