import type { ReactNode } from "react";
import styles from "./EmptyNote.module.css";

interface EmptyNoteProps {
  title: string;
  /** It is all the page has, so its title heads the page. */
  isPage?: boolean;
  children?: ReactNode;
}

/** Nothing here, and what to do about it. */
export function EmptyNote({ title, isPage = false, children }: EmptyNoteProps) {
  const Title = isPage ? "h1" : "p";
  return (
    <div className={styles.empty}>
      <Title className={styles.title}>{title}</Title>
      {children}
    </div>
  );
}
