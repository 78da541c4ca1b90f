import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DismissPanel } from "@/components/DismissPanel";
import { KeyButton } from "@/components/KeyButton";
import type { Undo } from "@/components/useUndo";
import { useKeys } from "@/keyboard/useKeys";
import type { Article } from "@/model/article";
import type { Claim } from "@/model/claim";
import type { ClaimAct } from "@/model/claimAct";
import { ClaimFacts } from "./ClaimFacts";
import { EarlierClaims } from "./EarlierClaims";
import { HistoryDialog } from "./HistoryDialog";
import { MergeDialog } from "./MergeDialog";
import styles from "./OpenClaim.module.css";
import { Reviewing } from "./Reviewing";
import { RewordForm } from "./RewordForm";
import { SplitDialog } from "./SplitDialog";
import { useReshaped } from "./useReshaped";

interface OpenClaimProps {
  claim: Claim;
  article: Article;
  onDecide: (claim: Claim, act: ClaimAct) => Promise<boolean>;
  onNext: () => void;
  onOpen: (id: string) => void;
  undo: Undo;
}

type Doing = "nothing" | "dismissing" | "rewording" | "splitting" | "merging" | "history";

/** All that can be done about the open claim. */
export function OpenClaim({ claim, article, onDecide, onNext, onOpen, undo }: OpenClaimProps) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing>("nothing");
  const isProposed = claim.review_state === "proposed";
  const isStanding = claim.review_state !== "dismissed";
  const reshaped = useReshaped(article.id, undo, onOpen);
  const stop = () => setDoing("nothing");
  const decide = (act: ClaimAct) => {
    stop();
    return onDecide(claim, act);
  };
  useKeys([
    { keys: ["a"], does: t("claim.accept"), isOff: !isProposed, run: () => void decide({ act: "accept" }) },
    { keys: ["d"], does: t("claim.dismiss"), isOff: !isProposed, run: () => setDoing("dismissing") },
    { keys: ["o"], does: t("claim.reopen"), isOff: isProposed, run: () => void decide({ act: "reopen" }) },
    { keys: ["w"], does: t("claim.reword"), run: () => setDoing("rewording") },
    { keys: ["x"], does: t("split.title"), isOff: !isStanding, run: () => setDoing("splitting") },
    { keys: ["m"], does: t("merge.title"), isOff: !isStanding, run: () => setDoing("merging") },
    { keys: ["h"], does: t("claim.history"), run: () => setDoing("history") },
  ]);

  return (
    <div className={styles.open}>
      <ClaimFacts claim={claim} />
      <EarlierClaims claimId={claim.id} />
      {doing === "dismissing" && (
        <DismissPanel
          onDismiss={(reason) => void decide({ act: "dismiss", reason })}
          onCancel={stop}
        />
      )}
      {doing === "rewording" && (
        <RewordForm
          claim={claim}
          onReword={(text) => decide({ act: "reword", text })}
          onClose={stop}
        />
      )}
      {doing !== "dismissing" && doing !== "rewording" && (
        <div className={styles.acts}>
          {isProposed ? (
            <>
              <KeyButton shortcut="a" onClick={() => void decide({ act: "accept" })}>
                {t("claim.accept")}
              </KeyButton>
              <KeyButton variant="default" shortcut="d" onClick={() => setDoing("dismissing")}>
                {t("claim.dismiss")}
              </KeyButton>
            </>
          ) : (
            <KeyButton variant="default" shortcut="o" onClick={() => void decide({ act: "reopen" })}>
              {t("claim.reopen")}
            </KeyButton>
          )}
          <KeyButton variant="default" shortcut="w" onClick={() => setDoing("rewording")}>
            {t("claim.reword")}
          </KeyButton>
          {isStanding && (
            <>
              <KeyButton variant="subtle" shortcut="x" onClick={() => setDoing("splitting")}>
                {t("split.act")}
              </KeyButton>
              <KeyButton variant="subtle" shortcut="m" onClick={() => setDoing("merging")}>
                {t("merge.act")}
              </KeyButton>
            </>
          )}
          <KeyButton variant="subtle" shortcut="h" onClick={() => setDoing("history")}>
            {t("claim.history")}
          </KeyButton>
        </div>
      )}
      {doing === "splitting" && (
        <SplitDialog claim={claim} article={article} onDone={reshaped} onClose={stop} />
      )}
      {doing === "merging" && <MergeDialog claim={claim} onDone={reshaped} onClose={stop} />}
      {doing === "history" && <HistoryDialog claim={claim} onClose={stop} />}
      {claim.review_state === "accepted" && (
        <Reviewing claim={claim} article={article} onNext={onNext} undo={undo} />
      )}
    </div>
  );
}
