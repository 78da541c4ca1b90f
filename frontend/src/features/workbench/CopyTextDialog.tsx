import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClaimSources, useCopyText } from "@/api/sources";
import { CodePoints } from "@/anchoring/codePoints";
import type { TextSpan } from "@/anchoring/selection";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ProblemNote } from "@/components/ProblemNote";
import { Waiting } from "@/components/Waiting";
import { problemWords } from "@/i18n/words";
import type { Passage, Source } from "@/model/review";
import { CopyText } from "./CopyText";
import styles from "./SourceLine.module.css";

interface CopyTextDialogProps {
  source: Source;
  claimId: string;
  /** The words chosen before, if any. */
  picked: TextSpan | null;
  onClose: () => void;
  /** Takes the words that were chosen, with their place. */
  onPick: (passage: Passage) => void;
}

/** The words of the archived copy; what is chosen in them becomes the excerpt. */
export function CopyTextDialog(props: CopyTextDialogProps) {
  const { source, claimId, picked, onClose, onPick } = props;
  const { t } = useTranslation();
  const copy = useCopyText(source.id, true);
  const suggested = useClaimSources(claimId, "").data?.results.find(
    (other) => other.source.id === source.id,
  )?.passage;
  const points = useMemo(() => new CodePoints(copy.data?.text ?? ""), [copy.data?.text]);
  const [chosen, setChosen] = useState<TextSpan | null>(picked);
  const wanted = chosen ?? suggested ?? null;
  const span = wanted && wanted.end <= points.length ? wanted : null;
  const exact = span ? points.slice(span.start, span.end) : "";
  const take = () => {
    if (span) onPick({ start: span.start, end: span.end, exact });
  };
  return (
    <Dialog title={source.title || source.url} size="xl" onClose={onClose}>
      <div className={styles.form}>
        <p>{t("copy.selectHelp")}</p>
        {copy.isPending && <Waiting />}
        {copy.isError && <ProblemNote>{problemWords(copy.error, t)}</ProblemNote>}
        {copy.data && <CopyText points={points} span={span} onSpan={setChosen} onTake={take} />}
        <p className={styles.chosen} aria-live="polite">
          {exact ? t("copy.chosen", { words: exact }) : t("copy.nothingSelected")}
        </p>
        <DialogActions
          act={t("copy.useSelection")}
          isReady={span !== null}
          shortcut="Enter"
          onAct={take}
          onClose={onClose}
        />
      </div>
    </Dialog>
  );
}
