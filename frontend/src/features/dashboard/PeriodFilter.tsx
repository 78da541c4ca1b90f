import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FilterBar } from "@/components/FilterBar";
import { LANGUAGES } from "@/i18n";
import type { Period } from "@/model/statistics";
import styles from "./DashboardScreen.module.css";

interface PeriodFilterProps {
  period: Period;
  onChange: (change: Partial<Period>) => void;
}

/** From which day to which, in which language. */
export function PeriodFilter({ period, onChange }: PeriodFilterProps) {
  const { t } = useTranslation();
  return (
    <FilterBar label={t("filters.label")}>
      <div className={styles.period}>
        <TextInput
          type="date"
          label={t("dashboard.since")}
          value={period.since}
          max={period.until || undefined}
          onChange={(event) => onChange({ since: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("dashboard.until")}
          value={period.until}
          min={period.since || undefined}
          onChange={(event) => onChange({ until: event.currentTarget.value })}
        />
        <NativeSelect
          label={t("filters.language")}
          value={period.language}
          onChange={(event) => onChange({ language: event.currentTarget.value })}
          data={[
            { value: "", label: t("filters.all") },
            ...LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) })),
          ]}
        />
      </div>
    </FilterBar>
  );
}
