import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { useArticle, useRetryArticle } from "@/api/articles";
import { useClaims } from "@/api/claims";
import { ArticleStage } from "@/components/ArticleStage";
import { EmptyNote } from "@/components/EmptyNote";
import { LoadState } from "@/components/LoadState";
import { tellProblem } from "@/components/tell";
import { Waiting } from "@/components/Waiting";
import { type Article, isMoving, stageOf } from "@/model/article";
import type { Claim } from "@/model/claim";
import { isMissing } from "@/model/problem";
import { useBenchUndo } from "./useBenchUndo";
import { Workbench } from "./Workbench";
import styles from "./WorkbenchScreen.module.css";

const NONE: Claim[] = [];

/** One article on the bench: waits for it to be read and split, then shows text and claims. */
export default function WorkbenchScreen() {
  const { t } = useTranslation();
  const { articleId = "" } = useParams();
  const article = useArticle(articleId);
  const claims = useClaims(articleId);
  const acts = useBenchUndo(articleId);
  useLeadToTheOne(article.data, articleId);
  useFreshClaims(article.data, claims.refetch);

  if (article.isPending) return <Waiting />;
  if (article.isError && isMissing(article.error)) {
    return (
      <div className={styles.problem}>
        <EmptyNote isPage title={t("articles.notThere")}>
          <Link to="/">{t("unknownPage.back")}</Link>
        </EmptyNote>
      </div>
    );
  }
  if (article.isError) {
    return (
      <div className={styles.problem}>
        <LoadState of={article} />
      </div>
    );
  }
  if (!article.data.text) return <NotYetRead article={article.data} />;
  return (
    <Workbench
      key={article.data.id}
      article={article.data}
      claims={claims.data ?? NONE}
      reading={claims}
      acts={acts}
    />
  );
}

/** A page that turned out to hold a known text answers with the article we already had. */
function useLeadToTheOne(article: Article | undefined, askedFor: string): void {
  const navigate = useNavigate();
  const found = article?.id;
  useEffect(() => {
    if (found && found !== askedFor) void navigate(`/articles/${found}`, { replace: true });
  }, [found, askedFor, navigate]);
}

/** Claims come in while an article is being split: read them again whenever it moved on. */
function useFreshClaims(article: Article | undefined, refetch: () => unknown): void {
  const mark = article && `${stageOf(article)} ${article.counts.claims}`;
  useEffect(() => {
    if (mark) refetch();
  }, [mark, refetch]);
}

function NotYetRead({ article }: { article: Article }) {
  const { t } = useTranslation();
  const retry = useRetryArticle();
  return (
    <div className={styles.problem}>
      <h1>{article.title || article.requested_url}</h1>
      <ArticleStage
        article={article}
        isRetrying={retry.isPending}
        onRetry={() => retry.mutate(article.id, { onError: (error) => tellProblem(error, t) })}
      />
      {isMoving(article) && <p>{t("workbench.comesByItself")}</p>}
    </div>
  );
}
