import { type ReactNode, useId } from "react";
import styles from "./Panel.module.css";

interface PanelProps {
  id?: string;
  title: string;
  /** Beside the title: a state, a button. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One part of the open claim under its own heading. */
export function Panel({ id, title, aside, children }: PanelProps) {
  const heading = useId();
  return (
    <section id={id} className={styles.panel} aria-labelledby={heading} tabIndex={-1}>
      <div className={styles.head}>
        <h2 id={heading}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
