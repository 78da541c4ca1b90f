import { Button } from "@mantine/core";
import { memo, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DismissPanel } from "@/components/DismissPanel";
import { KeyButton } from "@/components/KeyButton";
import { ReviewStateWord } from "@/components/ReviewStateWord";
import { Worthiness } from "@/components/Worthiness";
import type { Claim, QueuedClaim } from "@/model/claim";
import type { ClaimAct } from "@/model/claimAct";
import styles from "./QueueScreen.module.css";

interface QueueCardProps {
  claim: QueuedClaim;
  to: string;
  isActive: boolean;
  isDismissing: boolean;
  onPick: (id: string) => void;
  onDismissing: (id: string | null) => void;
  onDecide: (claim: Claim, act: ClaimAct) => Promise<void>;
}

/** One claim of the queue, with its words in their place. */
export const QueueCard = memo(function QueueCard(props: QueueCardProps) {
  const { claim, to, isActive, isDismissing, onPick, onDismissing, onDecide } = props;
  const { t } = useTranslation();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  const isProposed = claim.review_state === "proposed";

  return (
    <li
      ref={card}
      className={styles.card}
      data-active={isActive || undefined}
      data-decided={!isProposed || undefined}
      aria-current={isActive ? "true" : undefined}
      onFocus={() => onPick(claim.id)}
    >
      <p className={styles.text}>{claim.text}</p>
      <p className={styles.context}>
        …{claim.prefix}
        <mark>{claim.exact}</mark>
        {claim.suffix}…
      </p>
      <Worthiness score={claim.check_worthiness} reasons={claim.reasons} />
      <div className={styles.about}>
        <span>{t(`kinds.${claim.kind}`)}</span>
        {claim.speaker && <span>{t("claim.saidBy", { name: claim.speaker.name })}</span>}
        <Link to={to}>{claim.article_title || t("articles.untitled")}</Link>
      </div>
      {isDismissing ? (
        <DismissPanel
          onDismiss={(reason) => void onDecide(claim, { act: "dismiss", reason })}
          onCancel={() => onDismissing(null)}
        />
      ) : (
        <div className={styles.acts}>
          <ReviewStateWord claim={claim} />
          {isProposed ? (
            <>
              <KeyButton shortcut="a" onClick={() => void onDecide(claim, { act: "accept" })}>
                {t("claim.accept")}
              </KeyButton>
              <KeyButton variant="default" shortcut="d" onClick={() => onDismissing(claim.id)}>
                {t("claim.dismiss")}
              </KeyButton>
            </>
          ) : (
            <Button variant="default" onClick={() => void onDecide(claim, { act: "reopen" })}>
              {t("claim.reopen")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
});
