import { memo, useEffect, useRef } from "react";
import { useSentences } from "@/api/articles";
import type { CodePoints } from "@/anchoring/codePoints";
import { ArticleText, type TextClaim } from "@/components/ArticleText";
import type { Undo } from "@/components/useUndo";
import { type Article, stageOf } from "@/model/article";
import styles from "./ArticlePane.module.css";
import { NewClaim } from "./NewClaim";

interface ArticlePaneProps {
  article: Article;
  points: CodePoints;
  claims: readonly TextClaim[];
  activeId: string | null;
  onPick: (id: string) => void;
  onOpen: (id: string) => void;
  undo: Undo;
}

const NO_SENTENCES: never[] = [];

/** The article with its claims, and the making of a new claim from its words. */
export const ArticlePane = memo(function ArticlePane(props: ArticlePaneProps) {
  const { article, points, claims, activeId, onPick, onOpen, undo } = props;
  const text = useRef<HTMLDivElement>(null);
  const sentences = useSentences(article.id, stageOf(article) === "done");

  useEffect(() => {
    if (!activeId) return;
    const words = text.current?.querySelector(`[data-begins~="${CSS.escape(activeId)}"]`);
    words?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  return (
    <section className={styles.pane} aria-label={article.title}>
      <div className={styles.sheet}>
        <ArticleText
          root={text}
          points={points}
          language={article.language}
          claims={claims}
          activeId={activeId}
          onPick={onPick}
          onOpen={onOpen}
        />
        <NewClaim
          articleId={article.id}
          points={points}
          text={text}
          sentences={sentences.data ?? NO_SENTENCES}
          onAdded={onPick}
          undo={undo}
        />
      </div>
    </section>
  );
});
