import type { ReactNode } from "react";
import styles from "./EmptyNote.module.css";

interface EmptyNoteProps {
  title: string;
  children?: ReactNode;
}

/** Nothing here, and what to do about it. */
export function EmptyNote({ title, children }: EmptyNoteProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  );
}
