import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { QueueFilters as Filters } from "@/api/claims";
import { FilterBar } from "@/components/FilterBar";
import { FoldedFilters } from "@/components/FoldedFilters";
import { HolderChoice } from "@/components/HolderChoice";
import { SearchField } from "@/components/SearchField";
import { LANGUAGES } from "@/i18n";
import { formatShare } from "@/i18n/format";
import type { Reviewer } from "@/model/assignment";
import { KINDS, REVIEW_STATES } from "@/model/claim";

const FOLDED = [
  "review_state",
  "kind",
  "language",
  "min_check_worthiness",
  "publisher",
  "assigned_to",
  "overdue",
] as const;
const LEVELS = [0.25, 0.5, 0.75];

interface QueueFiltersProps {
  filters: Filters;
  reviewers: readonly Reviewer[];
  onChange: (change: Partial<Filters>) => void;
}

/** Search and filters of the queue. */
export function QueueFilters({ filters, reviewers, onChange }: QueueFiltersProps) {
  const { t, i18n } = useTranslation();
  const all = { value: "", label: t("filters.all") };
  const choice = (name: keyof Filters, label: string, options: { value: string; label: string }[]) => (
    <NativeSelect
      label={label}
      value={filters[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      data={options}
    />
  );
  return (
    <FilterBar label={t("filters.label")}>
      <SearchField label={t("queue.search")} value={filters.q} onChange={(q) => onChange({ q })} />
      <FoldedFilters count={FOLDED.filter((name) => filters[name]).length}>
        {!filters.mode &&
          choice("review_state", t("filters.reviewState"), [
            all,
            ...REVIEW_STATES.map((value) => ({ value, label: t(`reviewStates.${value}`) })),
          ])}
        {choice("kind", t("filters.kind"), [
          all,
          ...KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
        ])}
        {choice("language", t("filters.language"), [
          all,
          ...LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) })),
        ])}
        {choice("min_check_worthiness", t("filters.worthiness"), [
          { value: "", label: t("filters.any") },
          ...LEVELS.map((level) => ({
            value: String(level),
            label: t("filters.atLeast", { share: formatShare(level, i18n.language) }),
          })),
        ])}
        <SearchField
          label={t("filters.publisher")}
          value={filters.publisher}
          onChange={(publisher) => onChange({ publisher })}
          isPlain
        />
        {filters.mode !== "mine" && (
          <HolderChoice
            value={filters.assigned_to}
            reviewers={reviewers}
            onChange={(assigned_to) => onChange({ assigned_to })}
          />
        )}
        <Checkbox
          label={t("assigning.overdueOnly")}
          checked={filters.overdue === "true"}
          onChange={(event) => onChange({ overdue: event.currentTarget.checked ? "true" : "" })}
        />
      </FoldedFilters>
      {filters.speaker && (
        <Button variant="default" onClick={() => onChange({ speaker: "" })}>
          {t("queue.notOnlySpeaker", { name: filters.speaker })}
        </Button>
      )}
      {filters.article && (
        <Button variant="default" onClick={() => onChange({ article: "" })}>
          {t("queue.notOnlyArticle")}
        </Button>
      )}
    </FilterBar>
  );
}
