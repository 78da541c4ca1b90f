import { NativeSelect, Stack, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asMoment, localMoment } from "@/i18n/format";
import type { AssignGiven, Reviewer } from "@/model/assignment";
import { Dialog } from "./Dialog";
import { DialogActions } from "./DialogActions";
import { ModForm } from "./ModForm";
import { ProblemNote } from "./ProblemNote";
import styles from "./ReasonDialog.module.css";
import { useDialogAct } from "./useDialogAct";

interface AssignDialogProps {
  title: string;
  /** The words of the claim or the name of the article, where there is but one. */
  about?: string | undefined;
  reviewers: readonly Reviewer[];
  /** All of it is held already, so that it can be moved instead of given to one more person. */
  canMove: boolean;
  /** Says why it was refused, line by line, where several are to blame. */
  refusalsOf?: (error: unknown) => readonly string[];
  /** Fails with the refusal. */
  onAssign: (given: AssignGiven) => Promise<void>;
  onDone: () => void;
  onClose: () => void;
}

/** To whom, and by when. */
export function AssignDialog(props: AssignDialogProps) {
  const { title, about, reviewers, canMove, refusalsOf, onAssign, onDone, onClose } = props;
  const { t } = useTranslation();
  const [reviewerId, setReviewerId] = useState("");
  const [due, setDue] = useState(() => localMoment(tomorrowEvening()));
  const [isMove, setMove] = useState(canMove);
  const { carryOut, error, isPending } = useDialogAct(onDone);
  const refusals = refusalsOf?.(error) ?? [];
  const reviewer = reviewers.find(({ id }) => id === reviewerId);

  const send = () => {
    const dueAt = asMoment(due);
    if (reviewer && dueAt) void carryOut(() => onAssign({ reviewer, dueAt, isMove }));
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <ModForm onSubmit={send}>
        <Stack gap="sm">
          {about && <p className={styles.about}>{about}</p>}
          <NativeSelect
            label={t("assigning.reviewer")}
            required
            data-autofocus
            value={reviewerId}
            onChange={(event) => setReviewerId(event.currentTarget.value)}
            data={[
              { value: "", label: t("assigning.choose") },
              ...reviewers.map((one) => ({
                value: one.id,
                label: t("assigning.load", {
                  name: one.display_name,
                  open: one.open_holds,
                  overdue: one.overdue,
                }),
              })),
            ]}
          />
          <TextInput
            type="datetime-local"
            label={t("assigning.due")}
            required
            value={due}
            min={localMoment(new Date())}
            onChange={(event) => setDue(event.currentTarget.value)}
          />
          {canMove && (
            <Switch
              checked={isMove}
              onChange={(event) => setMove(event.currentTarget.checked)}
              label={t("assigning.instead")}
            />
          )}
          {refusals.length > 0 && (
            <ProblemNote>
              <ul>
                {refusals.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </ProblemNote>
          )}
          <DialogActions
            act={t("assigning.act")}
            error={refusals.length > 0 ? null : error}
            isReady={reviewer !== undefined && due !== ""}
            isPending={isPending}
            onClose={onClose}
          />
        </Stack>
      </ModForm>
    </Dialog>
  );
}

function tomorrowEvening(): Date {
  const day = new Date();
  day.setDate(day.getDate() + 1);
  day.setHours(18, 0, 0, 0);
  return day;
}
