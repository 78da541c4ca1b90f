import { memo, type RefObject, useEffect, useRef } from "react";
import { useSentences } from "@/api/articles";
import type { CodePoints } from "@/anchoring/codePoints";
import type { TextSpan } from "@/anchoring/selection";
import { ArticleText, type TextClaim } from "@/components/ArticleText";
import { Minimap } from "@/components/Minimap";
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
  onResize: ((span: TextSpan) => void) | null;
  undo: Undo;
}

/** Bring the open claim's words into sight, once, as soon as they are drawn. */
function useWordsInSight(
  text: RefObject<HTMLDivElement | null>,
  activeId: string | null,
  claims: readonly TextClaim[],
): void {
  const shownId = useRef<string | null>(null);
  useEffect(() => {
    if (activeId === shownId.current) return;
    const begins = activeId && `[data-begins~="${CSS.escape(activeId)}"]`;
    const words = begins ? text.current?.querySelector(begins) : null;
    if (activeId && !words) return;
    shownId.current = activeId;
    words?.scrollIntoView({ block: "nearest" });
  }, [text, activeId, claims]);
}

const NO_SENTENCES: never[] = [];

/** The article with its claims, and the making of a new claim from its words. */
export const ArticlePane = memo(function ArticlePane(props: ArticlePaneProps) {
  const { article, points, claims, activeId, onPick, onOpen, onResize, undo } = props;
  const text = useRef<HTMLDivElement>(null);
  const sentences = useSentences(article.id, stageOf(article) === "done");

  useWordsInSight(text, activeId, claims);

  return (
    <div className={styles.frame}>
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
            openId={activeId}
            open={boundsOf(claims.find((claim) => claim.id === activeId))}
            onResize={onResize}
            onAdded={onPick}
            undo={undo}
          />
        </div>
      </section>
      <Minimap length={points.length} claims={claims} activeId={activeId} onPick={onPick} />
    </div>
  );
});

/** A claim's words from the first to the last, with what lies between its pieces. */
function boundsOf(claim: TextClaim | undefined): TextSpan | null {
  if (!claim) return null;
  return {
    start: Math.min(...claim.segments.map(([start]) => start)),
    end: Math.max(...claim.segments.map(([, end]) => end)),
  };
}
