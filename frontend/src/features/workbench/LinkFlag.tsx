import { Link2Off, RefreshCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatDay } from "@/i18n/format";
import type { SourceLink } from "@/model/review";
import styles from "./SourceLine.module.css";

/** Warns of a source that died, changed or may have; says nothing about one that is well. */
export function LinkFlag({ link: { state, checked_at } }: { link: SourceLink }) {
  const { t, i18n } = useTranslation();
  if (state === "alive" || state === "unchecked") return null;
  const Icon = state === "changed" ? RefreshCw : Link2Off;
  return (
    <span className={styles.flag} data-tone={state === "watched" ? "mixture" : "false"}>
      <Icon size={15} aria-hidden="true" />
      {t(`links.flag.${state}`, { when: formatDay(checked_at, i18n.language) })}
    </span>
  );
}
