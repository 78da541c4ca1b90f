import { useTranslation } from "react-i18next";
import { QUEUE_MODES, type QueueMode } from "@/api/claims";
import { KeyHint } from "@/components/KeyHint";
import { useKeys } from "@/keyboard/useKeys";
import { type Me, mayAdjudicate, mayPublish } from "@/model/person";
import styles from "./QueueModes.module.css";

type Mode = QueueMode | "";
const MODES: readonly Mode[] = [...QUEUE_MODES, ""];

interface QueueModesProps {
  me: Me | undefined;
  mode: Mode;
  onChange: (mode: Mode) => void;
}

/** What one comes to the queue for: triage, a review, a verdict, one's own claims, or all. */
export function QueueModes({ me, mode, onChange }: QueueModesProps) {
  const { t } = useTranslation();
  // the one that is open stays, whoever followed a link to it
  const modes = MODES.filter((one) => one === mode || isFor(me, one));
  const names = modes.map((one) => t(`queueModes.${one || "all"}`));
  useKeys(
    modes.map((one, index) => ({
      keys: [String(index + 1)],
      does: names[index] ?? "",
      run: () => onChange(one),
    })),
  );
  return (
    <div role="group" className={styles.modes} aria-label={t("queueModes.label")}>
      {modes.map((one, index) => (
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

/** Is there something for this person to do in that mode? */
function isFor(me: Me | undefined, mode: Mode): boolean {
  if (mode === "decide") return !!me && mayAdjudicate(me);
  if (mode === "publish") return !!me && mayPublish(me);
  return true;
}
