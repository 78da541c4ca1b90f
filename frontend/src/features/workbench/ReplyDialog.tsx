import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type ReplyLine, useLogReply } from "@/api/publications";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { useDialogAct } from "@/components/useDialogAct";
import styles from "./Publication.module.css";

interface ReplyDialogProps {
  title: string;
  claimId: string;
  /** What is written down; null while something is missing. */
  line: ReplyLine | null;
  /** It is in the log. */
  onDone: () => void;
  onClose: () => void;
  /** The fields. */
  children: ReactNode;
}

/** A line of the log of replies, filled in and added: nothing written there before changes. */
export function ReplyDialog({ title, claimId, line, onDone, onClose, children }: ReplyDialogProps) {
  const { t } = useTranslation();
  const log = useLogReply(claimId);
  const { carryOut, error, isPending } = useDialogAct(onClose);
  const submit = () => {
    if (line) void carryOut(() => log.mutateAsync(line).then(onDone));
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <ModForm className={styles.form} onSubmit={submit}>
        {children}
        <DialogActions
          act={t("replies.log")}
          error={error}
          isReady={line !== null}
          isPending={isPending}
          onClose={onClose}
        />
      </ModForm>
    </Dialog>
  );
}
