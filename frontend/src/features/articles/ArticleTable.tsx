import { useTranslation } from "react-i18next";
import type { Selection } from "@/components/useSelection";
import type { ArticleSummary } from "@/model/article";
import { ArticleRow } from "./ArticleRow";
import styles from "./ArticleTable.module.css";

interface ArticleTableProps {
  articles: readonly ArticleSummary[];
  /** The row that j and k have reached. */
  activeId: string | null;
  /** For who may act on many at once. */
  selection: Selection<ArticleSummary> | null;
}

/** Articles as a table; each title is the link to its workbench. */
export function ArticleTable({ articles, activeId, selection }: ArticleTableProps) {
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
            selection={selection}
          />
        ))}
      </tbody>
    </table>
  );
}
