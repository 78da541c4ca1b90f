import { Ban, CircleCheck, CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Claim } from "@/model/claim";
import styles from "./ReviewStateWord.module.css";

const ICONS = { proposed: CircleDashed, accepted: CircleCheck, dismissed: Ban };

/** A claim's review state in a word, with the reason when it was dismissed. */
export function ReviewStateWord({ claim }: { claim: Pick<Claim, "review_state" | "dismissal"> }) {
  const { t } = useTranslation();
  const Icon = ICONS[claim.review_state];
  return (
    <span className={styles.state} data-state={claim.review_state}>
      <Icon size={15} aria-hidden="true" />
      {t(`reviewStates.${claim.review_state}`)}
      {claim.dismissal && `: ${t(`dismissals.${claim.dismissal}`).toLowerCase()}`}
    </span>
  );
}
