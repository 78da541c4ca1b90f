import { Check, CloudOff, Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatTime } from "@/i18n/format";
import styles from "./SaveState.module.css";

export type Saving =
  | { state: "untouched" }
  | { state: "pending" }
  | { state: "saved"; at: Date }
  | { state: "failed" };

/** Whether what was typed is safe; always in sight while one types. */
export function SaveState({ saving, where }: { saving: Saving; where: "here" | "server" }) {
  const { t, i18n } = useTranslation();
  if (saving.state === "untouched") return null;
  const [Icon, words] = {
    pending: [Pencil, t("saving.pending")] as const,
    failed: [CloudOff, t("saving.failed")] as const,
    saved: [
      Check,
      saving.state === "saved"
        ? t(`saving.${where}`, { time: formatTime(saving.at, i18n.language) })
        : "",
    ] as const,
  }[saving.state];
  return (
    <span className={styles.saving} data-state={saving.state} role="status">
      <Icon size={14} aria-hidden="true" /> {words}
    </span>
  );
}
