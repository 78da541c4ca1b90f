import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { useDialogAct } from "@/components/useDialogAct";
import { useKeptWords } from "@/components/useKeptWords";
import type { Claim } from "@/model/claim";
import type { PublicPart, Severity } from "@/model/publication";
import styles from "./Publication.module.css";

const SEVERITIES: readonly Severity[] = ["minor", "significant"];

interface CorrectDialogProps {
  claim: Claim;
  /** What the new version will say otherwise. */
  changes: readonly PublicPart[];
  onAct: (severity: Severity, notice: string) => Promise<unknown>;
  onClose: () => void;
}

/** Publish a new version with a notice that the public reads. */
export function CorrectDialog({ claim, changes, onAct, onClose }: CorrectDialogProps) {
  const { t } = useTranslation();
  // where the rating changes it is significant, says the corrections policy
  const changesRating = changes.includes("rating");
  const [severity, setSeverity] = useState<Severity>(changesRating ? "significant" : "minor");
  const { words: notice, setWords: setNotice, forget } = useKeptWords(`correct.${claim.id}`);
  const isReady = notice.trim() !== "" && changes.length > 0;
  const { carryOut, error, isPending } = useDialogAct(onClose);
  const submit = () => {
    if (isReady) void carryOut(() => onAct(severity, notice.trim()).then(forget));
  };
  return (
    <Dialog title={t("publication.correctTitle")} size="lg" onClose={onClose}>
      <ModForm className={styles.form} onSubmit={submit}>
        <p className={styles.claim}>{claim.text}</p>
        <p>{t("publication.correctHelp")}</p>
        <Changes parts={changes} />
        <fieldset className={styles.severity}>
          <legend>{t("publication.severity")}</legend>
          {SEVERITIES.map((value) => (
            <label key={value}>
              <input
                type="radio"
                name="severity"
                checked={severity === value}
                disabled={value === "minor" && changesRating}
                onChange={() => setSeverity(value)}
              />
              {t(`severities.${value}`)}
            </label>
          ))}
          {changesRating && <p className={styles.about}>{t("publication.ratingIsSignificant")}</p>}
        </fieldset>
        <Textarea
          label={t("publication.notice")}
          rows={4}
          data-autofocus
          required
          value={notice}
          onChange={(event) => setNotice(event.currentTarget.value)}
        />
        <DialogActions
          act={t("publication.correct")}
          error={error}
          isReady={isReady}
          isPending={isPending}
          onClose={onClose}
        />
      </ModForm>
    </Dialog>
  );
}

/** Tells what will be different, and warns where only the notice would be new. */
function Changes({ parts }: { parts: readonly PublicPart[] }) {
  const { t } = useTranslation();
  if (parts.length === 0) return <p className={styles.warning}>{t("publication.nothingChanges")}</p>;
  const names = new Set(parts.map((part) => t(`publication.parts.${part}`)));
  return <p>{t("publication.changes", { what: [...names].join(", ") })}</p>;
}
