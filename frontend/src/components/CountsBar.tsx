import { useTranslation } from "react-i18next";
import type { ClaimCounts } from "@/model/article";
import { REVIEW_STATES } from "@/model/claim";
import styles from "./CountsBar.module.css";

/** An article's claims by review state: a bar for the eye, the numbers in words beside it. */
export function CountsBar({ counts }: { counts: ClaimCounts }) {
  const { t } = useTranslation();
  const shown = REVIEW_STATES.filter((state) => counts[state] > 0);
  return (
    <div className={styles.counts}>
      <div className={styles.bar} aria-hidden="true">
        {shown.map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: counts[state] }} />
        ))}
      </div>
      <ul className={styles.words}>
        {shown.map((state) => (
          <li key={state} data-state={state}>
            {t(`counts.${state}`, { count: counts[state] })}
          </li>
        ))}
        {shown.length === 0 && <li>{t("counts.none")}</li>}
      </ul>
    </div>
  );
}
