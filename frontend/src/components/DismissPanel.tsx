import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "@/keyboard/useKeys";
import { type Dismissal, DISMISSALS } from "@/model/claim";
import styles from "./DismissPanel.module.css";
import { KeyButton } from "./KeyButton";
import { useFocusBack } from "./useFocusBack";

interface DismissPanelProps {
  onDismiss: (reason: Dismissal) => void;
  onCancel: () => void;
}

/** Why the claim is dismissed: one key a reason. It has the focus, so that the question is read out. */
export function DismissPanel({ onDismiss, onCancel }: DismissPanelProps) {
  const { t } = useTranslation();
  const panel = useRef<HTMLDivElement>(null);
  useFocusBack();
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useKeys([
    ...DISMISSALS.map(({ reason, key }) => ({
      keys: [key],
      does: t(`dismissals.${reason}`),
      run: () => onDismiss(reason),
    })),
    { keys: ["Escape"], does: t("common.cancel"), run: onCancel },
  ]);
  return (
    <div
      ref={panel}
      className={styles.panel}
      role="group"
      aria-label={t("claim.whyDismiss")}
      tabIndex={-1}
    >
      <span className={styles.title}>{t("claim.whyDismiss")}</span>
      {DISMISSALS.map(({ reason, key }) => (
        <KeyButton key={reason} variant="default" shortcut={key} onClick={() => onDismiss(reason)}>
          {t(`dismissals.${reason}`)}
        </KeyButton>
      ))}
      <KeyButton variant="subtle" shortcut="Escape" onClick={onCancel}>
        {t("common.cancel")}
      </KeyButton>
    </div>
  );
}
