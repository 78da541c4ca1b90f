import { Button } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { wordsFor } from "@/i18n/words";
import type { ArticleSummary } from "@/model/article";
import styles from "./ModelNote.module.css";

interface ModelNoteProps {
  article: Pick<ArticleSummary, "extraction">;
  onRetry: () => void;
  isRetrying: boolean;
}

/** That claims were found without the operator's language model, and why; nothing where all is well. */
export function ModelNote({ article, onRetry, isRetrying }: ModelNoteProps) {
  const { t } = useTranslation();
  const problem = article.extraction.model_problem;
  if (!problem) return null;
  const why = wordsFor("modelProblems", problem, t("modelProblems.other"));
  return (
    <div className={styles.note}>
      <p>
        <CircleAlert size={16} aria-hidden="true" /> {t("model.missing", { why })}
      </p>
      <Button variant="default" size="xs" onClick={onRetry} loading={isRetrying}>
        {t("common.retry")}
      </Button>
    </div>
  );
}
