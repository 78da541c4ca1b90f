import { History } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatShare } from "@/i18n/format";
import styles from "./EarlierMark.module.css";

interface EarlierMarkProps {
  headline: string;
  url: string;
  score: number;
  isSame: boolean;
}

/** Says that something like it was checked before, how like, and leads there. */
export function EarlierMark({ headline, url, score, isSame }: EarlierMarkProps) {
  const { t, i18n } = useTranslation();
  return (
    <span className={styles.mark}>
      <History size={15} aria-hidden="true" />
      <span>
        {t(isSame ? "earlier.same" : "earlier.likely")}{" "}
        <a href={url} target="_blank" rel="noreferrer">
          {headline}
          <span className="visually-hidden"> ({t("earlier.newTab")})</span>
        </a>{" "}
        <span title={t("earlier.likeness")}>{formatShare(score, i18n.language)}</span>
      </span>
    </span>
  );
}
