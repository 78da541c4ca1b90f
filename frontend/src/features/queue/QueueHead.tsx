import { useTranslation } from "react-i18next";
import { KeyButton } from "@/components/KeyButton";
import { UndoButtons } from "@/components/UndoButtons";
import type { Undo } from "@/components/useUndo";
import styles from "./QueueScreen.module.css";

interface QueueHeadProps {
  /** From 1. */
  place: number;
  count: number;
  hasMore: boolean;
  canTake: boolean;
  isTaking: boolean;
  undo: Undo;
  onTakeNext: () => void;
}

/** Where one is in the queue, the next claim, and the way back. */
export function QueueHead(props: QueueHeadProps) {
  const { place, count, hasMore, canTake, isTaking, undo, onTakeNext } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.head}>
      <h1>{t("queue.title")}</h1>
      {count > 0 && (
        <span className={styles.place}>
          {t(hasMore ? "queue.placeOfMore" : "queue.place", { at: place, count })}
        </span>
      )}
      <span className={styles.tools}>
        {canTake && (
          <KeyButton shortcut="t" loading={isTaking} onClick={onTakeNext}>
            {t("holding.takeNext")}
          </KeyButton>
        )}
        <UndoButtons undo={undo} />
      </span>
    </div>
  );
}
