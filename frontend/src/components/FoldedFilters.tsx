import { Button } from "@mantine/core";
import { ListFilter } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./FilterBar.module.css";

interface FoldedFiltersProps {
  /** How many of them narrow the list now. */
  count: number;
  children: ReactNode;
}

/** Filters beside the search; on a phone behind a button, so that the list begins on its first screen. */
export function FoldedFilters({ count, children }: FoldedFiltersProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="sm"
        className={styles.opener}
        leftSection={<ListFilter size={16} aria-hidden="true" />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {count > 0 ? t("filters.active", { count }) : t("filters.label")}
      </Button>
      <div id={id} className={styles.folded} data-open={isOpen || undefined}>
        {children}
      </div>
    </>
  );
}
