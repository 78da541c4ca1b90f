import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { EMPTY_DRAFT, emptyEvidence } from "@/model/reviewDraft";
import { keepDraft, readDraft } from "./keptDrafts";
import styles from "./ReviewForm.module.css";
import type { EarlyField } from "./useEarlyKeys";

interface EarlyWordsDialogProps {
  /** Where the draft of the review is kept. */
  draftKey: string;
  field: EarlyField;
  /** Nothing is left to accept: the form of the review is on its way. */
  isAccepted: boolean;
  onAccept: () => void;
  onClose: () => void;
}

/**
 * Takes the words for a review that has no form yet, since the claim is still proposed.
 *
 * Without a field they would be commands. They are kept as the draft, which the form then opens with.
 */
export function EarlyWordsDialog(props: EarlyWordsDialogProps) {
  const { draftKey, field, isAccepted, onAccept, onClose } = props;
  const { t } = useTranslation();
  const [before] = useState(() => readDraft(draftKey)?.draft ?? EMPTY_DRAFT);
  const [words, setWords] = useState(field === "rationale" ? before.rationale : "");
  const write = (given: string) => {
    setWords(given);
    const row = { ...emptyEvidence("early"), url: given };
    const evidence = given.trim() ? [...before.evidence, row] : before.evidence;
    keepDraft(draftKey, { ...before, ...(field === "rationale" ? { rationale: given } : { evidence }) });
  };
  const shared = {
    value: words,
    "data-autofocus": true,
    onChange: (event: { currentTarget: { value: string } }) => write(event.currentTarget.value),
  };
  return (
    <Dialog title={t("review.yours")} size="lg" onClose={onClose}>
      <ModForm className={styles.form} onSubmit={() => !isAccepted && onAccept()}>
        <p>{t("review.early")}</p>
        {field === "rationale" ? (
          <Textarea
            label={t("review.rationale")}
            description={t("review.rationaleHelp")}
            rows={4}
            {...shared}
          />
        ) : (
          <TextInput label={t("evidence.address")} {...shared} />
        )}
        <DialogActions act={t("review.acceptFirst")} isPending={isAccepted} onClose={onClose} />
      </ModForm>
    </Dialog>
  );
}
