import { ActionIcon, Switch } from "@mantine/core";
import { ArrowLeft, CloudOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useRetryArticle } from "@/api/articles";
import { ArticleStage } from "@/components/ArticleStage";
import { KeyHint } from "@/components/KeyHint";
import { ModelNote } from "@/components/ModelNote";
import { tellProblem } from "@/components/tell";
import { UndoButtons } from "@/components/UndoButtons";
import type { Undo } from "@/components/useUndo";
import { lastList } from "@/components/lastList";
import { formatDay } from "@/i18n/format";
import { type Article, nameOf, stageOf } from "@/model/article";
import { PresenceMarks } from "./PresenceMarks";
import { TakeNextButton } from "./TakeNextButton";
import styles from "./Workbench.module.css";

interface WorkbenchHeadProps {
  article: Article;
  activeId: string | null;
  onOpen: (claimId: string) => void;
  undo: Undo;
  /** Reviews that wait for a connection. */
  waiting: number;
  isClean: boolean;
  onClean: (clean: boolean) => void;
  /** From 1; 0 when no claim is open. */
  place: number;
  count: number;
}

/** What lies on the bench, and the tools that concern all of it. */
export function WorkbenchHead(props: WorkbenchHeadProps) {
  const { article, activeId, undo, waiting, isClean, onClean, place, count, onOpen } = props;
  const { t, i18n } = useTranslation();
  const retry = useRetryArticle();
  const tryAgain = () => retry.mutate(article.id, { onError: (error) => tellProblem(error, t) });
  const from = lastList()?.address ?? "/";
  const back = from.startsWith("/queue") ? "workbench.backToQueue" : "workbench.back";
  return (
    <div className={styles.head}>
      <ActionIcon
        component={Link}
        to={from}
        aria-label={t(back)}
        title={t(back)}
      >
        <ArrowLeft size={18} aria-hidden="true" />
      </ActionIcon>
      <div className={styles.titles}>
        <h1 title={nameOf(article)}>{nameOf(article) || t("articles.untitled")}</h1>
        <div className={styles.about}>
          {article.publisher && <span>{article.publisher}</span>}
          {article.published_at && <span>{formatDay(article.published_at, i18n.language)}</span>}
          {article.canonical_url && (
            <a href={article.canonical_url} rel="noreferrer" target="_blank">
              {t("workbench.original")}
            </a>
          )}
          {article.superseded_by && (
            <Link to={`/articles/${article.superseded_by}`}>{t("workbench.newerReading")}</Link>
          )}
          {article.supersedes && (
            <Link to={`/articles/${article.supersedes}`}>{t("workbench.earlierReading")}</Link>
          )}
        </div>
      </div>
      {stageOf(article) === "done" ? (
        <ModelNote article={article} isRetrying={retry.isPending} onRetry={tryAgain} />
      ) : (
        <ArticleStage article={article} isRetrying={retry.isPending} onRetry={tryAgain} />
      )}
      <PresenceMarks claimId={activeId} />
      <div className={styles.tools}>
        {/* first, since its words come and go: what stands after it keeps its place */}
        <UndoButtons undo={undo} />
        <span role="status" className={styles.waiting}>
          {waiting > 0 && (
            <>
              <CloudOff size={16} aria-hidden="true" /> {t("outbox.waiting", { count: waiting })}
            </>
          )}
        </span>
        {place > 0 && <span className={styles.place}>{t("workbench.place", { place, count })}</span>}
        <Switch
          size="sm"
          checked={isClean}
          onChange={(event) => onClean(event.currentTarget.checked)}
          label={
            <>
              {t("workbench.clean")} <KeyHint of="c" />
            </>
          }
        />
        <TakeNextButton articleId={article.id} onOpen={onOpen} />
      </div>
    </div>
  );
}
