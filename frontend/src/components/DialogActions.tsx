import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { problemWords } from "@/i18n/words";
import { KeyHint } from "./KeyHint";
import { ProblemNote } from "./ProblemNote";

interface DialogActionsProps {
  /** What the dialog does, as the words of its button. */
  act: string;
  /** Why the last try was refused, if it was. */
  error?: unknown;
  isReady?: boolean;
  isPending?: boolean;
  color?: string;
  /** The key that does it. */
  shortcut?: string;
  /** Where the dialog has no field to begin with: Enter pressed once too often then does nothing. */
  isCancelFocused?: boolean;
  /** Left out in a form: the button submits it. */
  onAct?: () => void;
  onClose: () => void;
}

/** The foot of every dialog: what went wrong, and to cancel or do it. */
export function DialogActions(props: DialogActionsProps) {
  const { act, error, isReady = true, isPending, color, isCancelFocused, onAct, onClose } = props;
  const { t } = useTranslation();
  return (
    <>
      {!!error && <ProblemNote>{problemWords(error, t)}</ProblemNote>}
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          data-autofocus={isCancelFocused || undefined}
          onClick={onClose}
        >
          {t("common.cancel")}
        </Button>
        <Button
          type={onAct ? "button" : "submit"}
          onClick={onAct}
          color={color}
          loading={isPending}
          disabled={!isReady}
          rightSection={<KeyHint of={props.shortcut ?? "mod+Enter"} />}
        >
          {act}
        </Button>
      </Group>
    </>
  );
}
