import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useKept } from "@/components/useKept";
import { asMoment, localMoment } from "@/i18n/format";
import type { Claim } from "@/model/claim";
import { type Channel, CHANNELS } from "@/model/publication";
import { ReplyDialog } from "./ReplyDialog";

/** What is typed of a request; the moment it was made is read off the clock anew. */
interface Asking {
  asked: string;
  channel: Channel;
  dueAt: string;
  note: string;
}

interface AskDialogProps {
  claim: Claim;
  onClose: () => void;
}

/** Write down a request for a reply: whom, how, when, until when. */
export function AskDialog({ claim, onClose }: AskDialogProps) {
  const { t } = useTranslation();
  const { given, setGiven, forget } = useKept<Asking>(`ask.${claim.id}`, {
    asked: claim.speaker?.name ?? "",
    channel: "email",
    dueAt: "",
    note: "",
  });
  const { asked, channel, dueAt, note } = given;
  const [askedAt, setAskedAt] = useState(localMoment(new Date()));
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
        onChange={(event) => setGiven({ ...given, asked: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("replies.channel")}
        value={channel}
        onChange={(event) => setGiven({ ...given, channel: event.currentTarget.value as Channel })}
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
        onChange={(event) => setGiven({ ...given, dueAt: event.currentTarget.value })}
      />
      <Textarea
        label={t("replies.note")}
        description={t("replies.noteHelp")}
        rows={2}
        value={note}
        onChange={(event) => setGiven({ ...given, note: event.currentTarget.value })}
      />
    </ReplyDialog>
  );
}
