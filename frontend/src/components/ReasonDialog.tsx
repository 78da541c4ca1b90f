import { Textarea } from "@mantine/core";
import { Dialog } from "./Dialog";
import { DialogActions } from "./DialogActions";
import { ModForm } from "./ModForm";
import styles from "./ReasonDialog.module.css";
import { useDialogAct } from "./useDialogAct";
import { useKeptWords } from "./useKept";

interface ReasonDialogProps {
  title: string;
  /** The words of what the act is done to. */
  about?: string;
  /** What it means for others, in a sentence. */
  help?: string;
  /** What the words are; left out where none are needed. */
  label?: string;
  act: string;
  color?: string;
  /** Where the words are kept as long as they weren't taken. */
  place?: string;
  onAct: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** An act that is thought about once more, mostly with words: why. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, about, help, label, act, color, place, onAct, onClose } = props;
  const { words: reason, setWords: setReason, forget } = useKeptWords(place);
  const { carryOut, error, isPending } = useDialogAct(onClose);
  const isReady = !label || reason.trim() !== "";
  const submit = () => {
    if (isReady) void carryOut(() => onAct(reason.trim()).then(forget));
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <ModForm className={styles.form} onSubmit={submit}>
        {about && <p className={styles.about}>{about}</p>}
        {help && <p>{help}</p>}
        {label && (
          <Textarea
            label={label}
            rows={4}
            data-autofocus
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <DialogActions
          act={act}
          error={error}
          isReady={isReady}
          isPending={isPending}
          color={color}
          isCancelFocused={!label}
          onClose={onClose}
        />
      </ModForm>
    </Dialog>
  );
}
