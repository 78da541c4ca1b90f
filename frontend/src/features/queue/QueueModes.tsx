import { useTranslation } from "react-i18next";
import { QUEUE_MODES, type QueueMode } from "@/api/claims";
import { KeyHint } from "@/components/KeyHint";
import { useKeys } from "@/keyboard/useKeys";
import styles from "./QueueModes.module.css";

type Mode = QueueMode | "";
const MODES: readonly Mode[] = [...QUEUE_MODES, ""];

interface QueueModesProps {
  mode: Mode;
  onChange: (mode: Mode) => void;
}

/** What one comes to the queue for: triage, first or second review, one's own claims, or all. */
export function QueueModes({ mode, onChange }: QueueModesProps) {
  const { t } = useTranslation();
  const names = MODES.map((one) => t(`queueModes.${one || "all"}`));
  useKeys(
    MODES.map((one, index) => ({
      keys: [String(index + 1)],
      does: names[index] ?? "",
      run: () => onChange(one),
    })),
  );
  return (
    <div role="group" className={styles.modes} aria-label={t("queueModes.label")}>
      {MODES.map((one, index) => (
        <button
          key={one}
          type="button"
          className={styles.mode}
          aria-pressed={one === mode}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => onChange(one)}
        >
          {names[index]} <KeyHint of={String(index + 1)} />
        </button>
      ))}
    </div>
  );
}
