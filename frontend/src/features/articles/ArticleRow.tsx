import { Checkbox } from "@mantine/core";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ArticleStage } from "@/components/ArticleStage";
import { CountsBar } from "@/components/CountsBar";
import { tellProblem } from "@/components/tell";
import type { Selection } from "@/components/useSelection";
import { useRowInSight } from "@/components/useRowInSight";
import { useRetryArticle } from "@/api/articles";
import { formatDay, formatMoment } from "@/i18n/format";
import { type ArticleSummary, nameOf, stageOf } from "@/model/article";
import styles from "./ArticleTable.module.css";

interface ArticleRowProps {
  article: ArticleSummary;
  isActive: boolean;
  /** The keys or the pointer have come to it, so that it takes the focus. */
  isReached: boolean;
  onPick: (id: string) => void;
  selection: Selection<ArticleSummary> | null;
}

/** One article of the list. */
export function ArticleRow({ article, isActive, isReached, onPick, selection }: ArticleRowProps) {
  const { t, i18n } = useTranslation();
  const retry = useRetryArticle();
  const row = useRowInSight<HTMLTableRowElement>(isReached);
  const about = [article.publisher, formatDay(article.published_at, i18n.language)];
  return (
    <tr
      ref={row}
      className={styles.row}
      data-active={isActive || undefined}
      aria-current={isActive ? "true" : undefined}
      onFocus={() => onPick(article.id)}
    >
      <th scope="row">
        {selection && (
          <Checkbox
            className={styles.pick}
            aria-label={t("bulk.pick", { text: nameOf(article) || t("articles.untitled") })}
            checked={selection.has(article.id)}
            onClick={(event: MouseEvent) =>
              event.shiftKey ? selection.extendTo(article.id) : selection.toggle(article.id)
            }
            readOnly
          />
        )}
        <Link className={styles.title} data-row-focus to={`/articles/${article.id}`}>
          {nameOf(article) || t("articles.untitled")}
        </Link>
        <div className={styles.about}>{about.filter(Boolean).join(" · ")}</div>
      </th>
      <td>{article.language ? t(`languages.${article.language}`) : "—"}</td>
      <td>
        <ArticleStage
          article={article}
          isRetrying={retry.isPending}
          onRetry={() => retry.mutate(article.id, { onError: (error) => tellProblem(error, t) })}
        />
      </td>
      <td>{stageOf(article) === "done" ? <CountsBar counts={article.counts} /> : "—"}</td>
      <td className={styles.added}>
        {formatMoment(article.created_at, i18n.language)}
        {article.added_by && <div>{article.added_by}</div>}
      </td>
    </tr>
  );
}
