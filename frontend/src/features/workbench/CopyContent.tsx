import { FileWarning, Hourglass } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ArchivedCopy, TextState } from "@/model/review";
import styles from "./SourceLine.module.css";

const TROUBLES: readonly TextState[] = ["part", "none", "locked", "broken", "costly"];

interface CopyContentProps {
  copy: ArchivedCopy;
  /** Where its bytes are. */
  src: string;
}

/** What is in a copy: the picture itself, or why there are no words to pick an excerpt from. */
export function CopyContent({ copy, src }: CopyContentProps) {
  const { t } = useTranslation();
  if (copy.content_type.startsWith("image/")) {
    return <img className={styles.picture} src={src} alt={t("copy.picture")} loading="lazy" />;
  }
  if (copy.text_state === "waiting") {
    return (
      <span role="status">
        <Hourglass size={15} aria-hidden="true" /> {t("copy.texts.waiting")}
      </span>
    );
  }
  if (!TROUBLES.includes(copy.text_state)) return null;
  return (
    <span className={styles.trouble}>
      <FileWarning size={15} aria-hidden="true" /> {t(`copy.texts.${copy.text_state}`)}
    </span>
  );
}
