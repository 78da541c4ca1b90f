import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeptWords } from "@/components/useKeptWords";
import { asMoment, localMoment } from "@/i18n/format";
import type { Claim } from "@/model/claim";
import { type Channel, CHANNELS } from "@/model/publication";
import { ReplyDialog } from "./ReplyDialog";

interface AskDialogProps {
  claim: Claim;
  onClose: () => void;
}

/** Write down a request for a reply: whom, how, when, until when. */
export function AskDialog({ claim, onClose }: AskDialogProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(claim.speaker?.name ?? "");
  const [channel, setChannel] = useState<Channel>("email");
  const [askedAt, setAskedAt] = useState(localMoment(new Date()));
  const [dueAt, setDueAt] = useState("");
  const { words: note, setWords: setNote, forget } = useKeptWords(`ask.${claim.id}`);
  const when = asMoment(askedAt);
  const line =
    asked.trim() && when
      ? { asked: asked.trim(), channel, asked_at: when, due_at: asMoment(dueAt), note: note.trim() }
      : null;
  return (
    <ReplyDialog title={t("replies.ask")} claimId={claim.id} line={line} onDone={forget} onClose={onClose}>
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
    </ReplyDialog>
  );
}
