import { Button, Progress } from "@mantine/core";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatShare } from "@/i18n/format";
import { failureWords } from "@/i18n/words";
import { type ArticleSummary, stageOf } from "@/model/article";
import styles from "./ArticleStage.module.css";

interface ArticleStageProps {
  article: Pick<ArticleSummary, "reading" | "extraction">;
  onRetry: () => void;
  isRetrying: boolean;
}

/** Where an article stands: being read, being split (how far), done, or why it failed. */
export function ArticleStage({ article, onRetry, isRetrying }: ArticleStageProps) {
  const { t, i18n } = useTranslation();
  const stage = stageOf(article);
  if (stage === "done") {
    return (
      <span className={styles.done}>
        <CircleCheck size={16} aria-hidden="true" /> {t("stage.done")}
      </span>
    );
  }
  if (stage === "failed") return <Failed {...{ article, onRetry, isRetrying }} />;
  const share = stage === "reading" ? 0 : article.extraction.progress;
  const words = stage === "reading" ? t("stage.reading") : t("stage.splitting");
  return (
    <div className={styles.moving} role="status">
      <span>
        {words} {stage === "splitting" && formatShare(share, i18n.language)}
      </span>
      <Progress
        value={stage === "reading" ? 100 : share * 100}
        animated
        striped
        size="sm"
        aria-label={words}
      />
    </div>
  );
}

function Failed({ article, onRetry, isRetrying }: ArticleStageProps) {
  const { t } = useTranslation();
  const { reading, extraction } = article;
  const [problem, detail] =
    reading.state === "failed"
      ? [reading.problem, reading.detail]
      : [extraction.problem, extraction.detail];
  return (
    <div className={styles.failed}>
      <span>
        <CircleAlert size={16} aria-hidden="true" /> {failureWords(problem, detail, t)}
      </span>
      <Button variant="default" onClick={onRetry} loading={isRetrying}>
        {t("common.retry")}
      </Button>
    </div>
  );
}
