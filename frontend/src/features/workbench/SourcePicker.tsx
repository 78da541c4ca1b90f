import { Autocomplete } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useSourceSearch } from "@/api/sources";
import { useFocusOnMount } from "@/components/useFocusOnMount";
import { type EvidenceDraft, withSource } from "@/model/reviewDraft";
import styles from "./ReviewForm.module.css";

const REST_MS = 250;

interface SourcePickerProps {
  row: EvidenceDraft;
  onChange: (changed: Partial<EvidenceDraft>) => void;
}

/** One field for both: an address, or words of a source used before. */
export default function SourcePicker({ row, onChange }: SourcePickerProps) {
  const { t } = useTranslation();
  const field = useFocusOnMount<HTMLInputElement>();
  const [q] = useDebouncedValue(row.url.trim(), REST_MS);
  const found = useSourceSearch(q).data?.results ?? [];
  const choose = (id: string) => {
    const source = found.find((other) => other.id === id);
    if (source) onChange(withSource(row, source));
  };
  return (
    <Autocomplete
      label={t("evidence.address")}
      description={t("evidence.addressHelp")}
      placeholder="https://"
      ref={field}
      value={row.url}
      onChange={(url) => onChange({ url })}
      onOptionSubmit={choose}
      data={found.map(({ id, url, title }) => ({ value: id, label: title || url }))}
      filter={({ options }) => options}
      // inside the page's main part, so that the list lies in a landmark
      comboboxProps={{ transitionProps: { duration: 0 }, portalProps: { target: "#screen" } }}
      renderOption={({ option }) => {
        const source = found.find((other) => other.id === option.value);
        return (
          <span className={styles.option}>
            {source?.title || source?.url}
            <small>{[source?.publisher, source?.url].filter(Boolean).join(" · ")}</small>
          </span>
        );
      }}
    />
  );
}
