import { ActionIcon, Checkbox, Textarea, TextInput } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Waiting } from "@/components/Waiting";
import type { EvidenceDraft } from "@/model/reviewDraft";
import { ChosenSource } from "./ChosenSource";
import styles from "./ReviewForm.module.css";
import { StanceChoice } from "./StanceChoice";

/** Comes with the first source: it brings a list that floats, which is heavy. */
const SourcePicker = lazy(() => import("./SourcePicker"));

interface EvidenceRowProps {
  claimId: string;
  row: EvidenceDraft;
  /** From 1. */
  place: number;
  onChange: (changed: Partial<EvidenceDraft>) => void;
  onRemove: () => void;
}

/** One source: which, what it says, which way it points. */
export function EvidenceRow({ claimId, row, place, onChange, onRemove }: EvidenceRowProps) {
  const { t } = useTranslation();
  const title = t("evidence.source", { place });
  return (
    <fieldset className={styles.row}>
      <legend>{title}</legend>
      {row.sourceId ? (
        <ChosenSource claimId={claimId} row={row} onChange={onChange} />
      ) : (
        <NewSource row={row} onChange={onChange} />
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
        onChange={(stance) => onChange({ stance })}
      />
      <TextInput
        label={t("evidence.note")}
        value={row.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      <div className={styles.line}>
        <Checkbox
          label={t("evidence.primary")}
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

type NewSourceProps = Pick<EvidenceRowProps, "row" | "onChange">;

/** An address not seen before, or the search that finds an earlier source. */
function NewSource({ row, onChange }: NewSourceProps) {
  const { t } = useTranslation();
  return (
    <>
      <Suspense fallback={<Waiting />}>
        <SourcePicker row={row} onChange={onChange} />
      </Suspense>
      <div className={styles.trio}>
        <TextInput
          label={t("details.title")}
          value={row.title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <TextInput
          label={t("details.publisher")}
          value={row.publisher}
          onChange={(event) => onChange({ publisher: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("details.published")}
          value={row.publishedOn}
          onChange={(event) => onChange({ publishedOn: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
