import { Button, Group } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCopyText } from "@/api/sources";
import { Dialog } from "@/components/Dialog";
import { ProblemNote } from "@/components/ProblemNote";
import { Waiting } from "@/components/Waiting";
import { problemWords } from "@/i18n/words";
import type { Source } from "@/model/review";
import styles from "./SourceLine.module.css";

interface CopyTextDialogProps {
  source: Source;
  onClose: () => void;
  /** Takes the words that were selected. */
  onPick: (excerpt: string) => void;
}

/** The words of the archived copy; what is selected in them becomes the excerpt. */
export function CopyTextDialog({ source, onClose, onPick }: CopyTextDialogProps) {
  const { t } = useTranslation();
  const copy = useCopyText(source.id, true);
  const words = useRef<HTMLDivElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const pick = () => {
    const selection = window.getSelection();
    const isInside = selection?.anchorNode && words.current?.contains(selection.anchorNode);
    const chosen = isInside ? selection.toString().trim() : "";
    setEmpty(!chosen);
    if (chosen) onPick(chosen);
  };
  return (
    <Dialog title={source.title || source.url} size="xl" onClose={onClose}>
      <div className={styles.form}>
        <p>{t("copy.selectHelp")}</p>
        {copy.isPending && <Waiting />}
        {copy.isError && <ProblemNote>{problemWords(copy.error, t)}</ProblemNote>}
        {copy.data && (
          // A long text that scrolls must be reachable by keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div ref={words} className={styles.words} tabIndex={0} role="document">
            {copy.data.text}
          </div>
        )}
        {isEmpty && <ProblemNote>{t("copy.nothingSelected")}</ProblemNote>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button onClick={pick} disabled={!copy.data}>
            {t("copy.useSelection")}
          </Button>
        </Group>
      </div>
    </Dialog>
  );
}
