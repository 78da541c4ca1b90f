import { type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { KeyHint } from "@/components/KeyHint";
import { usePrintedKey } from "@/keyboard/useKeys";
import { type Stance, STANCES } from "@/model/review";
import styles from "./ReviewForm.module.css";
import { STANCE_ICONS } from "./stanceIcons";

export const STANCE_KEYS: Record<Stance, string> = { supports: "s", refutes: "f", context: "g" };

interface StanceChoiceProps {
  name: string;
  value: Stance | "";
  onChange: (stance: Stance) => void;
  /** The keys now mean this row: they are printed on its choices. */
  hasKeys: boolean;
  /** The first choice, where the focus goes once a source is there. */
  first: RefObject<HTMLInputElement | null>;
}

/** Which way a source points. */
export function StanceChoice({ name, value, onChange, hasKeys, first }: StanceChoiceProps) {
  const { t } = useTranslation();
  const printed = usePrintedKey();
  return (
    <fieldset className={styles.stances}>
      <legend>{t("evidence.stance")}</legend>
      {STANCES.map((stance, index) => {
        const Icon = STANCE_ICONS[stance];
        return (
          <label key={stance} className={styles.stance}>
            <input
              ref={index === 0 ? first : undefined}
              type="radio"
              name={name}
              checked={stance === value}
              aria-keyshortcuts={hasKeys ? printed(STANCE_KEYS[stance]) : undefined}
              onChange={() => onChange(stance)}
            />
            {hasKeys && <KeyHint of={STANCE_KEYS[stance]} />}
            <Icon size={15} aria-hidden="true" />
            {t(`stances.${stance}`)}
          </label>
        );
      })}
    </fieldset>
  );
}
