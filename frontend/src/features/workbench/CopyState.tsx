import { Button } from "@mantine/core";
import { Archive, CircleAlert, Hourglass } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { copyFileOf, useArchiveSource } from "@/api/sources";
import { tellProblem } from "@/components/tell";
import { formatMoment } from "@/i18n/format";
import { failureWords } from "@/i18n/words";
import type { Source } from "@/model/review";
import { AttachCopyDialog } from "./AttachCopyDialog";
import { CopyContent } from "./CopyContent";
import styles from "./SourceLine.module.css";

const HASH_SHOWN = 8;

interface CopyStateProps {
  source: Source;
  claimId: string;
}

/** Is there an archived copy of the source; if not, why, and what to do about it. */
export function CopyState({ source, claimId }: CopyStateProps) {
  const { t, i18n } = useTranslation();
  const archive = useArchiveSource(claimId);
  const [isAttaching, setAttaching] = useState(false);
  const { copy } = source;
  const state = copy?.state ?? "none";
  const fetchAgain = () =>
    archive.mutate(source.id, { onError: (error) => tellProblem(error, t) });
  return (
    <div className={styles.copy} data-state={state}>
      {copy?.state === "kept" && (
        <>
          <span>
            <Archive size={15} aria-hidden="true" />
            {t("copy.kept", { when: formatMoment(copy.kept_at, i18n.language) })}
            <span className={styles.hash} title={copy.sha256}>
              {copy.sha256.slice(0, HASH_SHOWN)}
            </span>
          </span>
          <a className={styles.file} href={copyFileOf(source.id)} download>
            {t("copy.save")}
          </a>
          <CopyContent copy={copy} src={copyFileOf(source.id)} />
        </>
      )}
      {copy?.state === "queued" && (
        <span role="status">
          <Hourglass size={15} aria-hidden="true" /> {t("copy.queued")}
        </span>
      )}
      {copy?.state === "failed" && (
        <span role="alert">
          <CircleAlert size={15} aria-hidden="true" />
          {t("copy.failed", { why: failureWords(copy.problem, copy.detail, t) })}
        </span>
      )}
      {!copy && <span>{t("copy.none")}</span>}
      {source.url && state !== "kept" && state !== "queued" && (
        <Button variant="default" loading={archive.isPending} onClick={fetchAgain}>
          {t(copy ? "common.retry" : "copy.fetch")}
        </Button>
      )}
      {state !== "queued" && (
        <Button variant={state === "kept" ? "subtle" : "default"} onClick={() => setAttaching(true)}>
          {t("copy.attach")}
        </Button>
      )}
      {isAttaching && (
        <AttachCopyDialog source={source} claimId={claimId} onClose={() => setAttaching(false)} />
      )}
    </div>
  );
}
