import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLogReply } from "@/api/publications";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { localMoment } from "@/i18n/format";
import type { Claim } from "@/model/claim";
import { type Channel, CHANNELS } from "@/model/publication";
import styles from "./Publication.module.css";

interface AskDialogProps {
  claim: Claim;
  onClose: () => void;
}

/** Write down a request for a reply: whom, how, when, until when. */
export function AskDialog({ claim, onClose }: AskDialogProps) {
  const { t } = useTranslation();
  const log = useLogReply(claim.id);
  const [asked, setAsked] = useState(claim.speaker?.name ?? "");
  const [channel, setChannel] = useState<Channel>("email");
  const [askedAt, setAskedAt] = useState(localMoment(new Date()));
  const [dueAt, setDueAt] = useState("");
  const [note, setNote] = useState("");
  const isReady = asked.trim() !== "" && askedAt !== "";
  const submit = () => {
    if (!isReady) return;
    log.mutate(
      {
        asked: asked.trim(),
        channel,
        asked_at: new Date(askedAt).toISOString(),
        due_at: dueAt ? new Date(dueAt).toISOString() : null,
        note: note.trim(),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog title={t("replies.ask")} onClose={onClose}>
      <ModForm className={styles.form} onSubmit={submit}>
        <TextInput
          label={t("replies.asked")}
          description={t("replies.askedHelp")}
          required
          data-autofocus
          maxLength={200}
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
        />
        <NativeSelect
          label={t("replies.channel")}
          value={channel}
          onChange={(event) => setChannel(event.currentTarget.value as Channel)}
          data={CHANNELS.map((value) => ({ value, label: t(`replies.channels.${value}`) }))}
        />
        <TextInput
          type="datetime-local"
          label={t("replies.askedAt")}
          required
          value={askedAt}
          onChange={(event) => setAskedAt(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={t("replies.dueAt")}
          description={t("replies.dueHelp")}
          value={dueAt}
          min={askedAt}
          onChange={(event) => setDueAt(event.currentTarget.value)}
        />
        <Textarea
          label={t("replies.note")}
          description={t("replies.noteHelp")}
          rows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
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
