import { useTranslation } from "react-i18next";
import type { Selection } from "@/components/useSelection";
import type { ArticleSummary } from "@/model/article";
import { ArticleRow } from "./ArticleRow";
import styles from "./ArticleTable.module.css";

interface ArticleTableProps {
  articles: readonly ArticleSummary[];
  /** The row that the keys mean. */
  activeId: string | null;
  /** It was reached by key or pointer, not by the list's beginning. */
  isReached: boolean;
  onPick: (id: string) => void;
  /** For who may act on many at once. */
  selection: Selection<ArticleSummary> | null;
}

/** Articles as a table; each title is the link to its workbench. */
export function ArticleTable(props: ArticleTableProps) {
  const { articles, activeId, isReached, onPick, selection } = props;
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("articles.column.article")}</th>
          <th scope="col">{t("articles.column.language")}</th>
          <th scope="col">{t("articles.column.state")}</th>
          <th scope="col">{t("articles.column.claims")}</th>
          <th scope="col">{t("articles.column.added")}</th>
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <ArticleRow
            key={article.id}
            article={article}
            isActive={article.id === activeId}
            isReached={article.id === activeId && isReached}
            onPick={onPick}
            selection={selection}
          />
        ))}
      </tbody>
    </table>
  );
}
