import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { DismissPanel } from "@/components/DismissPanel";
import { type Undo, useUndoAt } from "@/components/useUndo";
import { useKeys } from "@/keyboard/useKeys";
import type { Article } from "@/model/article";
import { type Claim, whyNotReopen } from "@/model/claim";
import type { ClaimAct } from "@/model/claimAct";
import { ClaimActs, type ClaimRights, type Doing } from "./ClaimActs";
import { ClaimFacts } from "./ClaimFacts";
import { EarlierClaims } from "./EarlierClaims";
import { EarlyWordsDialog } from "./EarlyWordsDialog";
import { HistoryDialog } from "./HistoryDialog";
import { draftKey } from "./keptDrafts";
import { MergeDialog } from "./MergeDialog";
import styles from "./OpenClaim.module.css";
import { Reviewing } from "./Reviewing";
import { RewordForm } from "./RewordForm";
import { SplitDialog } from "./SplitDialog";
import { useBegunReview } from "./useBegunReview";
import { type EarlyField, useEarlyKeys } from "./useEarlyKeys";
import { useReshaped } from "./useReshaped";

interface OpenClaimProps {
  claim: Claim;
  article: Article;
  /** All claims of the article. */
  all: readonly Claim[];
  onDecide: (claim: Claim, act: ClaimAct) => Promise<boolean>;
  onNext: () => void;
  onOpen: (id: string) => void;
  undo: Undo;
}

/** All that can be done about the open claim. */
export function OpenClaim(props: OpenClaimProps) {
  const { claim, article, all, onDecide, onNext, onOpen } = props;
  const { t } = useTranslation();
  const undo = useUndoAt(claim.id, props.undo);
  const me = useMe().data;
  const [doing, setDoing] = useState<Doing>("nothing");
  const [early, setEarly] = useState<EarlyField | null>(null);
  const [isAccepting, setAccepting] = useState(false);
  // what is shown is as it was when the claim was opened, since a colleague's review must not move
  // what stands below; what is no longer possible is switched off in its place
  const [fixed] = useState(claim.fixed);
  const rights = rightsOn({ ...claim, fixed }, all);
  const now = rightsOn(claim, all);
  const isAccepted = claim.review_state === "accepted";
  const isReviewer = me?.roles.includes("reviewer") ?? false;
  const isBegun = useBegunReview(isReviewer && me ? draftKey(me.id, claim.id) : undefined, isAccepted);
  const reshape = useReshaped(article.id, undo, onOpen);
  const stop = () => setDoing("nothing");
  const decide = (act: ClaimAct) => {
    stop();
    return onDecide(claim, act);
  };
  const accept = async () => {
    setAccepting(true);
    await decide({ act: "accept" });
    setAccepting(false);
  };
  useKeys([
    { keys: ["a"], does: t("claim.accept"), isOff: !rights.isProposed, run: () => void accept() },
    { keys: ["d"], does: t("claim.dismiss"), isOff: !rights.isProposed, run: () => setDoing("dismissing") },
    { keys: ["o"], does: t("claim.reopen"), isOff: !rights.mayReopen || !now.mayReopen, run: () => void decide({ act: "reopen" }) },
    { keys: ["w"], does: t("claim.reword"), isOff: !rights.mayReword || !now.mayReword, run: () => setDoing("rewording") },
    { keys: ["x"], does: t("split.title"), isOff: !rights.mayReshape || !now.mayReshape, run: () => setDoing("splitting") },
    { keys: ["m"], does: t("merge.title"), isOff: !rights.mayReshape || !now.mayReshape, run: () => setDoing("merging") },
    { keys: ["h"], does: t("claim.history"), run: () => setDoing("history") },
  ]);
  useEarlyKeys(!rights.isProposed || isBegun || !isReviewer, setEarly);

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
          // it closes itself once that is done: what was typed stays where it was refused
          onReword={(text) => onDecide(claim, { act: "reword", text })}
          onClose={stop}
        />
      )}
      {doing !== "dismissing" && doing !== "rewording" && (
        <ClaimActs rights={rights} now={now} onDecide={(act) => void decide(act)} onDo={setDoing} />
      )}
      {doing === "splitting" && (
        <SplitDialog claim={claim} article={article} onReshape={reshape} onClose={stop} />
      )}
      {doing === "merging" && <MergeDialog claim={claim} onReshape={reshape} onClose={stop} />}
      {doing === "history" && <HistoryDialog claim={claim} onClose={stop} />}
      {(isAccepted || isBegun) && (
        <Reviewing
          claim={claim}
          article={article}
          onAccept={() => void accept()}
          early={early}
          onEarly={setEarly}
          onNext={onNext}
          undo={undo}
        />
      )}
      {early && me && (
        <EarlyWordsDialog
          draftKey={draftKey(me.id, claim.id)}
          field={early}
          isAccepted={isAccepting || !rights.isProposed}
          onAccept={() => void accept()}
          onClose={() => setEarly(null)}
        />
      )}
    </div>
  );
}

/** What the server lets one do to a claim that stands so; `all` are the article's claims. */
function rightsOn(claim: Claim, all: readonly Claim[]): ClaimRights {
  const state = claim.review_state;
  const whyNot = whyNotReopen(claim, all);
  return {
    isProposed: state === "proposed",
    mayReopen: state !== "proposed" && !whyNot,
    mayReword: !claim.fixed,
    mayReshape: state !== "dismissed" && !claim.fixed,
    whyNot,
  };
}
