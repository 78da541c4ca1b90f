import { Button } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./ProblemNote.module.css";

interface ProblemNoteProps {
  children: ReactNode;
  onRetry?: () => void;
  isRetrying?: boolean;
}

/** What went wrong, in words, announced at once; with a way to try again where there is one. */
export function ProblemNote({ children, onRetry, isRetrying = false }: ProblemNoteProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.note} role="alert">
      <CircleAlert size={18} aria-hidden="true" />
      <div className={styles.words}>{children}</div>
      {onRetry && (
        <Button variant="default" onClick={onRetry} loading={isRetrying}>
          {t("common.retry")}
        </Button>
      )}
    </div>
  );
}
