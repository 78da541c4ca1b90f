import { useTranslation } from "react-i18next";
import { DismissPanel } from "@/components/DismissPanel";
import { KeyButton } from "@/components/KeyButton";
import { ProblemNote } from "@/components/ProblemNote";
import type { Dismissal } from "@/model/claim";
import styles from "./BulkBar.module.css";
import type { Refused } from "./useBulk";

interface BulkBarProps {
  count: number;
  refused: readonly Refused[];
  canAssign: boolean;
  isDismissing: boolean;
  onAccept: () => void;
  onDismissing: (is: boolean) => void;
  onDismiss: (reason: Dismissal) => void;
  onAssign: () => void;
  onClear: () => void;
}

/** What can be done to all picked claims, and what kept the last act back. */
export function BulkBar(props: BulkBarProps) {
  const { count, refused, canAssign, isDismissing } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.bar} role="region" aria-label={t("bulk.label")}>
      {isDismissing ? (
        <DismissPanel onDismiss={props.onDismiss} onCancel={() => props.onDismissing(false)} />
      ) : (
        <div className={styles.acts}>
          <span className={styles.count} role="status">
            {t("bulk.selected", { count })}
          </span>
          <KeyButton shortcut="a" onClick={props.onAccept}>
            {t("claim.accept")}
          </KeyButton>
          <KeyButton variant="default" shortcut="d" onClick={() => props.onDismissing(true)}>
            {t("claim.dismiss")}
          </KeyButton>
          {canAssign && (
            <KeyButton variant="default" shortcut="w" onClick={props.onAssign}>
              {t("assigning.act")}
            </KeyButton>
          )}
          <KeyButton variant="subtle" shortcut="Escape" onClick={props.onClear}>
            {t("bulk.clear")}
          </KeyButton>
        </div>
      )}
      {refused.length > 0 && (
        <ProblemNote>
          {t("bulk.refused")}
          <ul className={styles.refused}>
            {refused.map(({ claim, detail }) => (
              <li key={claim.id}>
                “{claim.text}”: {detail}
              </li>
            ))}
          </ul>
        </ProblemNote>
      )}
    </div>
  );
}
