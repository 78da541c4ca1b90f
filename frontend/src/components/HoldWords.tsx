import { Clock, Hand, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatMoment, formatTime } from "@/i18n/format";
import type { Hold } from "@/model/assignment";
import styles from "./HoldWords.module.css";

const ICON = { size: 15, "aria-hidden": true } as const;

/** Who holds a claim and until when, honestly: "held by Ada until 10:50", "yours, due tomorrow". */
export function HoldWords({ hold }: { hold: Hold }) {
  const { t, i18n } = useTranslation();
  const isTaken = hold.how === "taken";
  const until = isTaken
    ? formatTime(new Date(hold.until), i18n.language)
    : formatMoment(hold.until, i18n.language);
  const who = hold.mine ? "mine" : "theirs";
  const state = isTaken ? "taken" : hold.overdue ? "overdue" : "assigned";
  const Icon = isTaken ? Hand : hold.overdue ? TriangleAlert : Clock;
  return (
    <span className={styles.hold} data-state={state}>
      <Icon {...ICON} />
      {t(`holds.${state}.${who}`, { name: hold.reviewer.display_name, until })}
    </span>
  );
}
