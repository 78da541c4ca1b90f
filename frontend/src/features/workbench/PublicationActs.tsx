import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "@/components/ProblemNote";
import { ReasonDialog } from "@/components/ReasonDialog";
import type { Undo } from "@/components/useUndo";
import { problemWords } from "@/i18n/words";
import type { Claim } from "@/model/claim";
import type { Publication } from "@/model/publication";
import { CorrectDialog } from "./CorrectDialog";
import styles from "./Publication.module.css";
import { usePublicationActs } from "./usePublicationActs";

interface PublicationActsProps {
  claim: Claim;
  publication: Publication;
  undo: Undo;
}

type Asking = "nothing" | "correct" | "withdraw";

/** Publish, correct, withdraw. */
export function PublicationActs({ claim, publication, undo }: PublicationActsProps) {
  const { t } = useTranslation();
  const acts = usePublicationActs(claim, undo);
  const [asking, setAsking] = useState<Asking>("nothing");
  const { state, ready, may_publish: may } = publication;
  const stop = () => setAsking("nothing");
  const isOut = state === "published";
  const publish = () => void acts.send({ act: "publish" }).catch(() => undefined); // told below
  return (
    <>
      <div className={styles.acts}>
        <Button
          component="a"
          variant="default"
          href={previewOf(claim.id, publication.draft.language)}
          target="_blank"
          rel="noreferrer"
        >
          {t("publication.preview")}
        </Button>
        {isOut ? (
          <>
            <Button disabled={!ready || !may} onClick={() => setAsking("correct")}>
              {t("publication.correct")}
            </Button>
            <Button
              variant="default"
              disabled={!may}
              onClick={() => setAsking("withdraw")}
            >
              {t("publication.withdraw")}
            </Button>
          </>
        ) : (
          <Button disabled={!ready || !may} loading={acts.isPending} onClick={publish}>
            {t("publication.publish")}
          </Button>
        )}
      </div>
      {!ready && <p className={styles.about}>{t("publication.notReady")}</p>}
      {acts.error && <ProblemNote>{problemWords(acts.error, t)}</ProblemNote>}
      {asking === "correct" && (
        <CorrectDialog
          onClose={stop}
          onAct={(severity, notice) => acts.send({ act: "correct", severity, notice })}
        />
      )}
      {asking === "withdraw" && (
        <ReasonDialog
          title={t("publication.withdraw")}
          help={t("publication.withdrawHelp")}
          label={t("publication.notice")}
          act={t("publication.withdraw")}
          color="red"
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
