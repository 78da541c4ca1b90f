import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyButton } from "@/components/KeyButton";
import { ReasonDialog } from "@/components/ReasonDialog";
import type { Undo } from "@/components/useUndo";
import { useKeys } from "@/keyboard/useKeys";
import type { Claim } from "@/model/claim";
import type { Publication } from "@/model/publication";
import { CorrectDialog } from "./CorrectDialog";
import styles from "./Publication.module.css";
import { usePublicationActs, withdrawalOf } from "./usePublicationActs";

interface PublicationActsProps {
  claim: Claim;
  publication: Publication;
  /** What the editor sees isn't the stored draft, and something else would be published. */
  isUnsaved: boolean;
  undo: Undo;
}

type Asking = "nothing" | "publish" | "correct" | "withdraw";

/** Publish, correct, withdraw; all of it is public, so that each is asked once more. */
export function PublicationActs(props: PublicationActsProps) {
  const { claim, publication, isUnsaved, undo } = props;
  const { t } = useTranslation();
  const acts = usePublicationActs(claim, undo);
  const [asking, setAsking] = useState<Asking>("nothing");
  const { state, ready, may_publish: may } = publication;
  const stop = () => setAsking("nothing");
  const isOut = state === "published";
  const mayPublish = may && ready && !isUnsaved;
  // without a verdict there is no page to look at
  const isSettled = publication.gate.every(({ code, met }) => code !== "settled" || met);
  useKeys([
    {
      keys: ["P"],
      does: t("publication.publish"),
      isOff: isOut || !mayPublish,
      run: () => setAsking("publish"),
    },
    {
      keys: ["C"],
      does: t("publication.correct"),
      isOff: !isOut || !mayPublish,
      run: () => setAsking("correct"),
    },
    {
      keys: ["W"],
      does: t("publication.withdraw"),
      isOff: !isOut || !may,
      run: () => setAsking("withdraw"),
    },
  ]);
  return (
    <>
      <div className={styles.acts}>
        {isSettled && (
          <Button
            component="a"
            variant="default"
            href={previewOf(claim.id, publication.draft.language)}
            target="_blank"
            rel="noreferrer"
          >
            {t("publication.preview")}
          </Button>
        )}
        {isOut ? (
          <>
            <KeyButton shortcut="C" disabled={!mayPublish} onClick={() => setAsking("correct")}>
              {t("publication.correct")}
            </KeyButton>
            <KeyButton
              variant="default"
              shortcut="W"
              disabled={!may}
              onClick={() => setAsking("withdraw")}
            >
              {t("publication.withdraw")}
            </KeyButton>
          </>
        ) : (
          <KeyButton
            shortcut={mayPublish ? "P" : undefined}
            disabled={!mayPublish}
            onClick={() => setAsking("publish")}
          >
            {t("publication.publish")}
          </KeyButton>
        )}
      </div>
      {!ready && <p className={styles.about}>{t("publication.notReady")}</p>}
      {ready && isUnsaved && <p className={styles.about}>{t("publication.notSaved")}</p>}
      {asking === "publish" && (
        <ReasonDialog
          title={t(state === "withdrawn" ? "publication.publishAnew" : "publication.publishTitle")}
          about={claim.text}
          help={t(state === "withdrawn" ? "publication.publishAnewHelp" : "publication.publishHelp")}
          act={t("publication.publish")}
          onAct={() => acts.send({ act: "publish" })}
          onClose={stop}
        />
      )}
      {asking === "correct" && (
        <CorrectDialog
          claim={claim}
          changes={publication.changes}
          onClose={stop}
          onAct={(severity, notice) => acts.send({ act: "correct", severity, notice })}
        />
      )}
      {asking === "withdraw" && (
        <ReasonDialog
          title={t("publication.withdrawTitle")}
          about={claim.text}
          help={t("publication.withdrawHelp")}
          label={t("publication.notice")}
          act={t("publication.withdraw")}
          color="red"
          place={withdrawalOf(claim.id)}
          onAct={(notice) => acts.send({ act: "withdraw", notice })}
          onClose={stop}
        />
      )}
    </>
  );
}

/** The public page as it would be now, in the publication's language; served to editors only. */
function previewOf(claimId: string, language: string): string {
  return `${language === "en" ? "/en" : ""}/claims/${claimId}/preview/`;
}
