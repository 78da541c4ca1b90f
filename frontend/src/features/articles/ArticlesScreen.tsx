import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useArticles } from "@/api/articles";
import { useReviewers } from "@/api/assignments";
import { useMe } from "@/api/me";
import { EmptyNote } from "@/components/EmptyNote";
import { KeyHint } from "@/components/KeyHint";
import { LoadState } from "@/components/LoadState";
import { MoreButton } from "@/components/MoreButton";
import { useRowKeys } from "@/components/useRowKeys";
import { useSelection } from "@/components/useSelection";
import { useKeys } from "@/keyboard/useKeys";
import { type ArticleSummary, nameOf } from "@/model/article";
import { mayAssign } from "@/model/person";
import { AddArticleDialog } from "./AddArticleDialog";
import { ArticleFilters } from "./ArticleFilters";
import { ArticleTable } from "./ArticleTable";
import styles from "./ArticlesScreen.module.css";
import { AssignArticles } from "./AssignArticles";
import { NO_FILTERS, useArticleFilters } from "./useArticleFilters";

const NONE: ArticleSummary[] = [];

/** All articles, newest first, with what became of their claims. */
export default function ArticlesScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [filters, setFilters] = useArticleFilters();
  const list = useArticles(filters);
  const reviewers = useReviewers().data ?? [];
  const [isAdding, setAdding] = useState(false);
  const articles = useMemo(
    () => list.data?.pages.flatMap((page) => page.results) ?? NONE,
    [list.data],
  );
  const isFiltered = Object.values(filters).some(Boolean);

  useKeys([{ keys: ["n"], does: t("articles.add"), run: () => setAdding(true) }]);
  const rows = useRowKeys(articles, list, (article) => void navigate(`/articles/${article.id}`));
  const selection = useSelection(articles);
  const me = useMe().data;
  const canAssign = !!me && mayAssign(me);

  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{t("articles.title")}</h1>
        <Button
          size="sm"
          leftSection={<Plus size={16} aria-hidden="true" />}
          rightSection={<KeyHint of="n" />}
          aria-keyshortcuts="n"
          onClick={() => setAdding(true)}
        >
          {t("articles.add")}
        </Button>
      </div>
      <ArticleFilters filters={filters} reviewers={reviewers} onChange={setFilters} />
      <LoadState of={list} />
      {list.data && articles.length === 0 && (
        <EmptyNote title={t(isFiltered ? "articles.noneFit" : "articles.none")}>
          {isFiltered ? (
            <Button variant="default" onClick={() => setFilters(NO_FILTERS)}>
              {t("filters.clear")}
            </Button>
          ) : (
            <>
              <p>{t("articles.noneHelp")}</p>
              <Button variant="light" onClick={() => setAdding(true)}>
                {t("articles.add")}
              </Button>
            </>
          )}
        </EmptyNote>
      )}
      {canAssign && articles.length > 0 && (
        <AssignArticles active={rows.active} selection={selection} />
      )}
      <p className="visually-hidden" role="status">
        {rows.active && !rows.isReached &&
          t("articles.begins", { text: nameOf(rows.active) || t("articles.untitled") })}
      </p>
      {articles.length > 0 && (
        <ArticleTable
          articles={articles}
          activeId={rows.activeId}
          isReached={rows.isReached}
          onPick={rows.setActiveId}
          selection={canAssign ? selection : null}
        />
      )}
      <MoreButton of={list} />
      {isAdding && <AddArticleDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
