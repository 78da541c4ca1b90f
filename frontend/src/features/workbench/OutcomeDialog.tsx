import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLogReply } from "@/api/publications";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { localMoment } from "@/i18n/format";
import { type Outcome, OUTCOMES, type Reply } from "@/model/publication";
import styles from "./Publication.module.css";

interface OutcomeDialogProps {
  claimId: string;
  reply: Reply;
  onClose: () => void;
}

const NEEDS_WORDS: readonly Outcome[] = ["answered", "struck"];

/** Write down what came of a request; what was written of it before stays in the log. */
export function OutcomeDialog({ claimId, reply, onClose }: OutcomeDialogProps) {
  const { t } = useTranslation();
  const log = useLogReply(claimId);
  const [outcome, setOutcome] = useState<Outcome>("answered");
  const [words, setWords] = useState("");
  const [receivedAt, setReceivedAt] = useState(localMoment(new Date()));
  const isAnswer = outcome === "answered" || outcome === "declined";
  const isReady = words.trim() !== "" || !NEEDS_WORDS.includes(outcome);
  const submit = () => {
    if (!isReady) return;
    const received = isAnswer && receivedAt ? new Date(receivedAt).toISOString() : null;
    log.mutate(
      { reply: reply.id, outcome, words: words.trim(), received_at: received },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog title={t("replies.noteOutcome")} onClose={onClose}>
      <ModForm className={styles.form} onSubmit={submit}>
        <p className={styles.about}>{reply.asked}</p>
        <NativeSelect
          label={t("replies.outcome")}
          data-autofocus
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value as Outcome)}
          data={OUTCOMES.map((value) => ({ value, label: t(`replies.states.${value}`) }))}
        />
        <Textarea
          label={t(outcome === "struck" ? "replies.whyStruck" : "replies.answer")}
          description={t(outcome === "struck" ? "replies.struckHelp" : "replies.answerHelp")}
          required={NEEDS_WORDS.includes(outcome)}
          rows={4}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {isAnswer && (
          <TextInput
            type="datetime-local"
            label={t("replies.receivedAt")}
            value={receivedAt}
            onChange={(event) => setReceivedAt(event.currentTarget.value)}
          />
        )}
        <DialogActions
          act={t("replies.log")}
          error={log.error}
          isReady={isReady}
          isPending={log.isPending}
          onClose={onClose}
        />
      </ModForm>
    </Dialog>
  );
}
