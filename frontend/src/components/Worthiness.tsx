import { useTranslation } from "react-i18next";
import { formatShare } from "@/i18n/format";
import { wordsFor } from "@/i18n/words";
import styles from "./Worthiness.module.css";

interface WorthinessProps {
  /** In [0, 1]. */
  score: number;
  reasons: readonly string[];
}

/** How much a claim deserves checking, with the reasons in words. */
export function Worthiness({ score, reasons }: WorthinessProps) {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.worthiness}>
      <span className={styles.score} title={t("claim.worthiness")}>
        <span className="visually-hidden">{t("claim.worthiness")}: </span>
        <span className={styles.bar} aria-hidden="true">
          <span style={{ inlineSize: `${Math.round(score * 100)}%` }} />
        </span>
        {formatShare(score, i18n.language)}
      </span>
      {reasons.length > 0 && (
        <ul className={styles.reasons} aria-label={t("claim.reasons")}>
          {reasons.map((reason) => (
            <li key={reason}>{wordsFor("reasons", reason, reason.replaceAll("_", " "))}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
