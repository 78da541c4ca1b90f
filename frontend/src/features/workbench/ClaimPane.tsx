import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { EmptyNote } from "@/components/EmptyNote";
import type { Undo } from "@/components/useUndo";
import { type Article, stageOf } from "@/model/article";
import type { Claim } from "@/model/claim";
import type { ClaimAct } from "@/model/claimAct";
import type { ClaimVerdict } from "@/model/verdict";
import { ClaimCard } from "./ClaimCard";
import styles from "./ClaimPane.module.css";
import { OpenClaim } from "./OpenClaim";
import { isShown, type Shown, SHOWN, type ShownClaims } from "./useShownClaims";

interface ClaimPaneProps {
  article: Article;
  all: readonly Claim[];
  verdicts: ReadonlyMap<string, ClaimVerdict>;
  /** Those that have a card: none for a moment, while the text is drawn first. */
  claims: readonly Claim[];
  list: ShownClaims;
  shown: Shown;
  onShow: (shown: Shown) => void;
  orphans: readonly Claim[];
  onDecide: (claim: Claim, act: ClaimAct) => Promise<boolean>;
  /** A review was sent: on to the next. */
  onNext: () => void;
  undo: Undo;
}

/** The claims of the article as cards; the open one carries its controls. */
export const ClaimPane = memo(function ClaimPane(props: ClaimPaneProps) {
  const { article, all, verdicts, claims, list, shown, onShow, orphans, onDecide, onNext, undo } = props;
  const { t } = useTranslation();
  const { activeId, setActiveId } = list;
  const isReviewer = useMe().data?.roles.includes("reviewer") ?? false;
  const isSplit = stageOf(article) === "done";
  return (
    <section className={styles.pane} aria-label={t("workbench.claims")}>
      <div className={styles.choice} data-choice role="group" aria-label={t("workbench.show")}>
        {SHOWN.filter((name) => isReviewer || name !== "toReview").map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={shown === name}
            onClick={() => onShow(name)}
          >
            {t(`workbench.shown.${name}`)}{" "}
            <span className={styles.count}>{all.filter((c) => isShown(c, name, verdicts.get(c.id))).length}</span>
          </button>
        ))}
      </div>
      {orphans.length > 0 && <Orphans claims={orphans} />}
      {list.claims.length === 0 && isSplit && (
        <EmptyNote title={t(all.length === 0 ? "workbench.noClaims" : "workbench.noneShown")}>
          {all.length === 0 && <p>{t("workbench.noClaimsHelp")}</p>}
        </EmptyNote>
      )}
      <ol className={styles.list}>
        {claims.map((claim) => (
          <ClaimCard
            key={claim.id}
            claim={claim}
            verdict={verdicts.get(claim.id)}
            isActive={claim.id === activeId}
            onPick={setActiveId}
          >
            {claim.id === activeId && (
              <OpenClaim
                key={claim.id}
                claim={claim}
                article={article}
                all={all}
                onDecide={onDecide}
                onNext={onNext}
                onOpen={setActiveId}
                undo={undo}
              />
            )}
          </ClaimCard>
        ))}
      </ol>
    </section>
  );
});

function Orphans({ claims }: { claims: readonly Claim[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles.orphans}>
      <p>{t("workbench.orphans", { count: claims.length })}</p>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id}>{claim.text}</li>
        ))}
      </ul>
    </div>
  );
}
