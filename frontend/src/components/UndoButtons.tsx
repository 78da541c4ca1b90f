import { ActionIcon } from "@mantine/core";
import { Redo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { KeyButton } from "./KeyButton";
import { ReasonDialog } from "./ReasonDialog";
import styles from "./UndoButtons.module.css";
import type { Undo } from "./useUndo";

/** Undo with what it would take back, and redo beside it; what is public asks once more. */
export function UndoButtons({ undo }: { undo: Undo }) {
  const { t } = useTranslation();
  const again = undo.nextAgain
    ? t("undo.againWhat", { what: undo.nextAgain })
    : t("undo.again");
  return (
    <div className={styles.buttons}>
      <KeyButton variant="default" shortcut="u" disabled={!undo.next} onClick={undo.undo}>
        <span className={styles.what}>
          {undo.next ? t("undo.what", { what: undo.next }) : t("undo.label")}
        </span>
      </KeyButton>
      <ActionIcon
        variant="default"
        aria-label={again}
        title={again}
        aria-keyshortcuts="U"
        disabled={!undo.nextAgain}
        onClick={undo.redo}
      >
        <Redo2 size={16} aria-hidden="true" />
      </ActionIcon>
      {undo.asking && (
        <ReasonDialog {...undo.asking} color="red" onAct={undo.answer} onClose={undo.dismiss} />
      )}
    </div>
  );
}
