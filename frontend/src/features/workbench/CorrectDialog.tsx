import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { useDialogAct } from "@/components/useDialogAct";
import { useKept, useKeptWords } from "@/components/useKept";
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
  const chosen = useKept<Severity>(`severity.${claim.id}`, "minor");
  const severity = changesRating ? "significant" : chosen.given;
  const { words: notice, setWords: setNotice, forget } = useKeptWords(`correct.${claim.id}`);
  const isReady = notice.trim() !== "" && changes.length > 0;
  const { carryOut, error, isPending } = useDialogAct(onClose);
  const submit = () => {
    if (!isReady) return;
    const done = () => {
      chosen.forget();
      forget();
    };
    void carryOut(() => onAct(severity, notice.trim()).then(done));
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
                onChange={() => chosen.setGiven(value)}
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
