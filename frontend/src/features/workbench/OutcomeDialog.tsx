import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useKept, useKeptWords } from "@/components/useKept";
import { asMoment, localMoment } from "@/i18n/format";
import { type Outcome, OUTCOMES, type Reply } from "@/model/publication";
import styles from "./Publication.module.css";
import { ReplyDialog } from "./ReplyDialog";

interface OutcomeDialogProps {
  claimId: string;
  reply: Reply;
  onClose: () => void;
}

const NEEDS_WORDS: readonly Outcome[] = ["answered", "struck"];

/** Write down what came of a request; what was written of it before stays in the log. */
export function OutcomeDialog({ claimId, reply, onClose }: OutcomeDialogProps) {
  const { t } = useTranslation();
  const { given: outcome, setGiven: setOutcome, forget: forgetOutcome } = useKept<Outcome>(
    `outcome-kind.${reply.id}`,
    "answered",
  );
  const { words, setWords, forget } = useKeptWords(`outcome.${reply.id}`);
  const [receivedAt, setReceivedAt] = useState(localMoment(new Date()));
  const done = () => {
    forgetOutcome();
    forget();
  };
  const isAnswer = outcome === "answered" || outcome === "declined";
  const isReady = words.trim() !== "" || !NEEDS_WORDS.includes(outcome);
  const line = {
    reply: reply.id,
    outcome,
    words: words.trim(),
    received_at: isAnswer ? asMoment(receivedAt) : null,
  };
  return (
    <ReplyDialog
      title={t("replies.noteOutcome")}
      claimId={claimId}
      line={isReady ? line : null}
      onDone={done}
      onClose={onClose}
    >
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
    </ReplyDialog>
  );
}
