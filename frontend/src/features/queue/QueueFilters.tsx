import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { QueueFilters as Filters } from "@/api/claims";
import { FilterBar } from "@/components/FilterBar";
import { SearchField } from "@/components/SearchField";
import { LANGUAGES } from "@/i18n";
import { formatShare } from "@/i18n/format";
import { KINDS, REVIEW_STATES } from "@/model/claim";

const LEVELS = [0.25, 0.5, 0.75];

interface QueueFiltersProps {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}

/** Search and filters of the queue. */
export function QueueFilters({ filters, onChange }: QueueFiltersProps) {
  const { t, i18n } = useTranslation();
  const all = { value: "", label: t("filters.all") };
  return (
    <FilterBar label={t("filters.label")}>
      <SearchField label={t("queue.search")} value={filters.q} onChange={(q) => onChange({ q })} />
      <NativeSelect
        label={t("filters.reviewState")}
        value={filters.review_state}
        onChange={(event) => onChange({ review_state: event.currentTarget.value })}
        data={[all, ...REVIEW_STATES.map((value) => ({ value, label: t(`reviewStates.${value}`) }))]}
      />
      <NativeSelect
        label={t("filters.kind")}
        value={filters.kind}
        onChange={(event) => onChange({ kind: event.currentTarget.value })}
        data={[all, ...KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))]}
      />
      <NativeSelect
        label={t("filters.language")}
        value={filters.language}
        onChange={(event) => onChange({ language: event.currentTarget.value })}
        data={[all, ...LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))]}
      />
      <NativeSelect
        label={t("filters.worthiness")}
        value={filters.min_check_worthiness}
        onChange={(event) => onChange({ min_check_worthiness: event.currentTarget.value })}
        data={[
          { value: "", label: t("filters.any") },
          ...LEVELS.map((level) => ({
            value: String(level),
            label: t("filters.atLeast", { share: formatShare(level, i18n.language) }),
          })),
        ]}
      />
    </FilterBar>
  );
}
