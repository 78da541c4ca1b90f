import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ArticleFilters as Filters } from "@/api/articles";
import { FilterBar } from "@/components/FilterBar";
import { FoldedFilters } from "@/components/FoldedFilters";
import { HolderChoice } from "@/components/HolderChoice";
import { SearchField } from "@/components/SearchField";
import { LANGUAGES } from "@/i18n";
import type { Reviewer } from "@/model/assignment";

const FOLDED = ["state", "language", "publisher", "assigned_to"] as const;
const STATES = ["queued", "running", "done", "failed"] as const;

interface ArticleFiltersProps {
  filters: Filters;
  reviewers: readonly Reviewer[];
  onChange: (change: Partial<Filters>) => void;
}

/** Search and filters of the article list. */
export function ArticleFilters({ filters, reviewers, onChange }: ArticleFiltersProps) {
  const { t } = useTranslation();
  return (
    <FilterBar label={t("filters.label")}>
      <SearchField
        label={t("articles.search")}
        value={filters.q}
        onChange={(q) => onChange({ q })}
      />
      <FoldedFilters count={FOLDED.filter((name) => filters[name]).length}>
        <NativeSelect
          label={t("filters.state")}
          value={filters.state}
          onChange={(event) => onChange({ state: event.currentTarget.value })}
          data={[
            { value: "", label: t("filters.all") },
            ...STATES.map((state) => ({ value: state, label: t(`extraction.${state}`) })),
          ]}
        />
        <NativeSelect
          label={t("filters.language")}
          value={filters.language}
          onChange={(event) => onChange({ language: event.currentTarget.value })}
          data={[
            { value: "", label: t("filters.all") },
            ...LANGUAGES.map((language) => ({ value: language, label: t(`languages.${language}`) })),
          ]}
        />
        <SearchField
          label={t("filters.publisher")}
          value={filters.publisher}
          onChange={(publisher) => onChange({ publisher })}
          isPlain
        />
        <HolderChoice
          value={filters.assigned_to}
          reviewers={reviewers}
          onChange={(assigned_to) => onChange({ assigned_to })}
        />
      </FoldedFilters>
    </FilterBar>
  );
}
