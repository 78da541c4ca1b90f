import { memo, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ReviewStateWord } from "@/components/ReviewStateWord";
import { formatShare } from "@/i18n/format";
import type { Claim } from "@/model/claim";
import type { ClaimVerdict } from "@/model/verdict";
import styles from "./ClaimPane.module.css";
import { VerdictWord } from "./VerdictWord";

interface ClaimCardProps {
  claim: Claim;
  verdict: ClaimVerdict | undefined;
  isActive: boolean;
  onPick: (id: string) => void;
  /** The controls, when the card is open. */
  children: ReactNode;
}

/** One claim; its head opens it and shows its words in the text. */
export const ClaimCard = memo(function ClaimCard(props: ClaimCardProps) {
  const { claim, verdict, isActive, onPick, children } = props;
  const { t, i18n } = useTranslation();
  const card = useRef<HTMLLIElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasActive = useRef(false);
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: "start" });
    if (isActive && !wasActive.current && isFocusFree()) {
      opener.current?.focus({ preventScroll: true });
    }
    wasActive.current = isActive;
  }, [isActive]);
  return (
    <li
      ref={card}
      className={styles.card}
      data-active={isActive || undefined}
      data-state={claim.review_state}
    >
      <button
        ref={opener}
        type="button"
        className={styles.opener}
        data-card={claim.id}
        aria-expanded={isActive}
        onClick={() => onPick(claim.id)}
      >
        <span className={styles.text}>{claim.text}</span>
        <span className={styles.meta}>
          {verdict ? <VerdictWord verdict={verdict} /> : <ReviewStateWord claim={claim} />}
          <span>{t(`kinds.${claim.kind}`)}</span>
          {!isActive && (
            <span title={t("claim.worthiness")}>
              <span className="visually-hidden">{t("claim.worthiness")}: </span>
              {formatShare(claim.check_worthiness, i18n.language)}
            </span>
          )}
        </span>
      </button>
      {children}
    </li>
  );
});

/** The focus lies on nothing, another card or the choice of cards: it may go along to the open one. */
function isFocusFree(): boolean {
  const focused = document.activeElement;
  return !focused || focused === document.body || focused.matches("[data-card], [data-choice] *");
}
