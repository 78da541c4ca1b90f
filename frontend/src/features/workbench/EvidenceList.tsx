import { useTranslation } from "react-i18next";
import { KeyButton } from "@/components/KeyButton";
import type { EvidenceDraft } from "@/model/reviewDraft";
import { EvidenceRow } from "./EvidenceRow";
import styles from "./ReviewForm.module.css";

interface EvidenceListProps {
  claimId: string;
  rows: readonly EvidenceDraft[];
  onAdd: () => void;
  onChange: (change: (rows: EvidenceDraft[]) => EvidenceDraft[]) => void;
}

/** The sources a review rests on. */
export function EvidenceList({ claimId, rows, onAdd, onChange }: EvidenceListProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.rows}>
      {rows.map((row, index) => (
        <EvidenceRow
          key={row.key}
          claimId={claimId}
          row={row}
          place={index + 1}
          onChange={(changed) =>
            onChange((before) => before.map((r) => (r.key === row.key ? { ...r, ...changed } : r)))
          }
          onRemove={() => onChange((before) => before.filter((r) => r.key !== row.key))}
        />
      ))}
      <div>
        <KeyButton variant="default" shortcut="e" onClick={onAdd}>
          {t("evidence.add")}
        </KeyButton>
      </div>
    </div>
  );
}
