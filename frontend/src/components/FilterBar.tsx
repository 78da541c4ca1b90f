import type { ReactNode } from "react";
import styles from "./FilterBar.module.css";

interface FilterBarProps {
  label: string;
  children: ReactNode;
}

/** A row of filters above a list. */
export function FilterBar({ label, children }: FilterBarProps) {
  return (
    <div role="search" className={styles.bar} aria-label={label}>
      {children}
    </div>
  );
}
