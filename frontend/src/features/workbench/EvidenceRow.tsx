import { ActionIcon, Checkbox, Textarea, TextInput } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { KeyHint } from "@/components/KeyHint";
import type { EvidenceDraft } from "@/model/reviewDraft";
import { ChosenSource } from "./ChosenSource";
import styles from "./ReviewForm.module.css";
import { SourcePicker } from "./SourcePicker";
import { StanceChoice } from "./StanceChoice";

export interface EvidenceRowProps {
  claimId: string;
  row: EvidenceDraft;
  /** From 1. */
  place: number;
  /** Ids of the sources that the review has already. */
  taken: ReadonlySet<string>;
  /** The keys for stance and excerpt now mean this row. */
  hasKeys: boolean;
  onChange: (changed: Partial<EvidenceDraft>) => void;
  onRemove: () => void;
}

/** One source: which, what it says, which way it points. */
export function EvidenceRow(props: EvidenceRowProps) {
  const { claimId, row, place, taken, hasKeys, onChange, onRemove } = props;
  const { t } = useTranslation();
  const title = t("evidence.source", { place });
  const stance = useRef<HTMLInputElement>(null);
  const goOn = () => {
    stance.current?.focus({ preventScroll: true });
    stance.current?.scrollIntoView({ block: "nearest" });
  };
  return (
    <fieldset className={styles.row} data-row={row.key}>
      <legend>{title}</legend>
      {row.sourceId ? (
        <ChosenSource claimId={claimId} row={row} hasKeys={hasKeys} onChange={onChange} />
      ) : (
        <SourcePicker
          claimId={claimId}
          row={row}
          taken={taken}
          onChange={onChange}
          onTaken={goOn}
          onDrop={onRemove}
        />
      )}
      <Textarea
        label={t("evidence.excerpt")}
        description={t("evidence.excerptHelp")}
        rows={2}
        value={row.excerpt}
        onChange={(event) => onChange({ excerpt: event.currentTarget.value })}
      />
      <StanceChoice
        name={`stance-${row.key}`}
        value={row.stance}
        hasKeys={hasKeys}
        first={stance}
        onChange={(chosen) => onChange({ stance: chosen })}
      />
      <TextInput
        label={t("evidence.note")}
        value={row.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      <div className={styles.line}>
        <Checkbox
          label={
            <>
              {t("evidence.primary")} {hasKeys && <KeyHint of="p" />}
            </>
          }
          checked={row.isPrimary}
          onChange={(event) => onChange({ isPrimary: event.currentTarget.checked })}
        />
        <ActionIcon
          aria-label={t("evidence.remove", { source: title })}
          title={t("evidence.remove", { source: title })}
          onClick={onRemove}
        >
          <Trash2 size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
    </fieldset>
  );
}
