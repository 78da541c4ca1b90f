import { useTranslation } from "react-i18next";
import { type Stance, STANCES } from "@/model/review";
import styles from "./ReviewForm.module.css";
import { STANCE_ICONS } from "./stanceIcons";

interface StanceChoiceProps {
  name: string;
  value: Stance | "";
  onChange: (stance: Stance) => void;
}

/** Which way a source points. */
export function StanceChoice({ name, value, onChange }: StanceChoiceProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.stances}>
      <legend>{t("evidence.stance")}</legend>
      {STANCES.map((stance) => {
        const Icon = STANCE_ICONS[stance];
        return (
          <label key={stance} className={styles.stance}>
            <input
              type="radio"
              name={name}
              checked={stance === value}
              onChange={() => onChange(stance)}
            />
            <Icon size={15} aria-hidden="true" />
            {t(`stances.${stance}`)}
          </label>
        );
      })}
    </fieldset>
  );
}
