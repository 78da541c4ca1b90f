import { useCallback, useDeferredValue, useImperativeHandle, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChangeClaim } from "@/api/claims";
import { useMe } from "@/api/me";
import { useArticleVerdicts } from "@/api/verdicts";
import { CodePoints } from "@/anchoring/codePoints";
import type { TextSpan } from "@/anchoring/selection";
import { LoadState, type LoadStateProps } from "@/components/LoadState";
import { SplitPane } from "@/components/SplitPane";
import { useDecisions } from "@/components/useDecisions";
import { useUndoIn } from "@/components/useUndo";
import { useKeys } from "@/keyboard/useKeys";
import type { Article } from "@/model/article";
import type { Claim } from "@/model/claim";
import type { ClaimAct } from "@/model/claimAct";
import { ArticlePane } from "./ArticlePane";
import { ClaimPane } from "./ClaimPane";
import { useAnchored } from "./useAnchored";
import type { BenchUndo } from "./useBenchUndo";
import { useNextClaim } from "./useNextClaim";
import { useOutbox } from "./useOutbox";
import { UndoContext } from "./UndoContext";
import { type Shown, useShownClaims } from "./useShownClaims";
import styles from "./Workbench.module.css";
import { WorkbenchHead } from "./WorkbenchHead";

interface WorkbenchProps {
  article: Article;
  claims: Claim[];
  /** How reading the claims goes. */
  reading: LoadStateProps["of"];
  /** What was done during this visit, in other articles too. */
  acts: BenchUndo;
}

/** Article and claims side by side, linked both ways. */
export function Workbench(props: WorkbenchProps) {
  const { article, claims, reading, acts } = props;
  const { t } = useTranslation();
  const waiting = useOutbox(useMe().data?.id);
  const change = useChangeClaim();
  const points = useMemo(() => new CodePoints(article.text), [article.text]);
  const [shown, setShown] = useState<Shown>("open");
  const [isClean, setClean] = useState(false);
  const verdicts = useArticleVerdicts(article.id);
  const list = useShownClaims(claims, verdicts, useDeferredValue(shown));
  const undo = useUndoIn(article.id, acts.undo);
  useImperativeHandle(acts.opener, () => list.setActiveId, [list.setActiveId]);
  const decide = useDecisions(change.mutateAsync, undo);
  const anchored = useAnchored(points, list.claims, verdicts);
  // marks in the text come first: hundreds of cards follow a moment later, a single new one doesn't
  const areCardsDue = useDeferredValue(list.claims.length > 0);
  const cards = useRef<HTMLDivElement>(null);
  const { activeId, setActiveId, goBy } = list;

  const openCard = useCallback(
    (id: string) => {
      setActiveId(id);
      cards.current?.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus();
    },
    [setActiveId],
  );
  const goOn = useNextClaim(list, verdicts, openCard);
  const decideAndMove = useCallback(
    async (claim: Claim, act: ClaimAct) => {
      if (act.act !== "dismiss") return decide(claim, act);
      goBy(1);
      return decide(claim, act);
    },
    [decide, goBy],
  );
  const active = list.claims.find((claim) => claim.id === activeId);
  const resize = useCallback(
    ({ start, end }: TextSpan) => {
      if (active) void decide(active, { act: "resize", segments: [[start, end]] });
    },
    [active, decide],
  );
  useKeys([
    { keys: ["j", "ArrowDown"], does: t("keys.nextClaim"), run: () => goBy(1) },
    { keys: ["k", "ArrowUp"], does: t("keys.previousClaim"), run: () => goBy(-1) },
    { keys: ["c"], does: t("workbench.clean"), run: () => setClean(!isClean) },
  ]);

  return (
    <UndoContext value={undo}>
      <div className={styles.bench}>
        <WorkbenchHead
          article={article}
          activeId={activeId}
          onOpen={setActiveId}
          undo={undo}
          waiting={waiting}
          isClean={isClean}
          onClean={setClean}
          place={list.place}
          count={list.claims.length}
        />
        <SplitPane
          storageKey="vaglio.split"
          label={t("workbench.border")}
          first={
            <ArticlePane
              article={article}
              points={points}
              claims={isClean ? NO_CLAIMS : anchored.found}
              activeId={activeId}
              onPick={setActiveId}
              onOpen={openCard}
              onResize={active && active.review_state !== "dismissed" && !active.fixed ? resize : null}
              undo={undo}
            />
          }
          second={
            <div ref={cards} className={styles.cards}>
              <LoadState of={reading} />
              {(claims.length > 0 || (!reading.isPending && !reading.error)) && (
                <ClaimPane
                  article={article}
                  all={claims}
                  verdicts={verdicts}
                  claims={areCardsDue ? list.claims : NO_CLAIMS}
                  list={list}
                  shown={shown}
                  onShow={setShown}
                  orphans={anchored.orphans}
                  onDecide={decideAndMove}
                  onNext={goOn}
                  undo={undo}
                />
              )}
            </div>
          }
        />
      </div>
    </UndoContext>
  );
}

const NO_CLAIMS: never[] = [];
