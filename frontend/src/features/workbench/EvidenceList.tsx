import { type FocusEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClaimSources } from "@/api/sources";
import { KeyButton } from "@/components/KeyButton";
import { useKeys } from "@/keyboard/useKeys";
import { type Stance, STANCES } from "@/model/review";
import { emptyEvidence, type EvidenceDraft } from "@/model/reviewDraft";
import { EvidenceRow } from "./EvidenceRow";
import styles from "./ReviewForm.module.css";
import { STANCE_KEYS } from "./StanceChoice";

interface EvidenceListProps {
  claimId: string;
  rows: readonly EvidenceDraft[];
  onAdd: (row: EvidenceDraft) => void;
  /** Changes a row; `place` from 0. */
  onChange: (row: EvidenceDraft, place: number, changed: Partial<EvidenceDraft>) => void;
  /** A stance was given by its key: what is left is to say why. */
  onStanceByKey: () => void;
  /** Takes a row out; `place` from 0. */
  onRemove: (row: EvidenceDraft, place: number) => void;
}

/** The sources a review rests on. Keys mean the row that was last in use, else the last one. */
export function EvidenceList(props: EvidenceListProps) {
  const { claimId, rows, onAdd, onChange, onRemove, onStanceByKey } = props;
  const { t } = useTranslation();
  const [usedKey, setUsedKey] = useState<string | null>(null);
  useClaimSources(claimId, ""); // so that the list is there when it is asked for
  const current = rows.find((row) => row.key === usedKey) ?? rows.at(-1);
  const taken = new Set(rows.flatMap((row) => (row.sourceId ? [row.sourceId] : [])));

  const add = () => {
    const key = crypto.getRandomValues(new Uint32Array(2)).join("-");
    setUsedKey(key);
    onAdd(emptyEvidence(key));
  };
  const change = (row: EvidenceDraft, changed: Partial<EvidenceDraft>) =>
    onChange(row, rows.indexOf(row), changed);
  const noteUse = (event: FocusEvent) => {
    const row = event.target.closest<HTMLElement>("[data-row]")?.dataset.row;
    if (row) setUsedKey(row);
  };
  const giveStance = (stance: Stance) => {
    if (!current) return;
    change(current, { stance });
    onStanceByKey();
  };
  useKeys([
    { keys: ["e"], does: t("evidence.add"), run: add },
    ...STANCES.map((stance) => ({
      keys: [STANCE_KEYS[stance]],
      does: t("evidence.says", { stance: t(`stances.${stance}`) }),
      isOff: !current,
      run: () => giveStance(stance),
    })),
    {
      keys: ["p"],
      does: t("evidence.primary"),
      isOff: !current,
      run: () => current && change(current, { isPrimary: !current.isPrimary }),
    },
  ]);
  return (
    <div className={styles.rows} onFocus={noteUse}>
      {rows.map((row, index) => (
        <EvidenceRow
          key={row.key}
          claimId={claimId}
          row={row}
          place={index + 1}
          taken={taken}
          hasKeys={row.key === current?.key}
          onChange={(changed) => change(row, changed)}
          onRemove={() => onRemove(row, index)}
        />
      ))}
      <div>
        <KeyButton variant="default" shortcut="e" onClick={add}>
          {t("evidence.add")}
        </KeyButton>
      </div>
    </div>
  );
}
