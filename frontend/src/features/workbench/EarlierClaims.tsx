import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useDecideMatch, useMatches } from "@/api/earlierClaims";
import { useRatings } from "@/api/ratings";
import { EarlierMark } from "@/components/EarlierMark";
import { KeyHint } from "@/components/KeyHint";
import { ProblemNote } from "@/components/ProblemNote";
import { RatingMark } from "@/components/RatingMark";
import { problemWords } from "@/i18n/words";
import { useKeys, usePrintedKey } from "@/keyboard/useKeys";
import type { Match, MatchDecision } from "@/model/earlierClaim";
import styles from "./EarlierClaims.module.css";

const KEYS = { same: "y", different: "l" } as const;

/** Published claims that may say the same: a person says whether they do. Nothing where none are. */
export function EarlierClaims({ claimId }: { claimId: string }) {
  const { t } = useTranslation();
  const matches = useMatches(claimId).data ?? [];
  const decide = useDecideMatch(claimId);
  // the keys are for the first that nobody has judged yet
  const open = matches.find((match) => !match.decision);
  const say = (decision: MatchDecision) => () => {
    if (open) decide.mutate({ match: open, decision });
  };
  const isOff = !open || decide.isPending;
  useKeys([
    { keys: [KEYS.same], does: t("earlier.key.same"), isOff, run: say("same") },
    { keys: [KEYS.different], does: t("earlier.key.different"), isOff, run: say("different") },
  ]);
  if (matches.length === 0) return null;
  return (
    <section aria-label={t("earlier.title")}>
      <ul className={styles.list}>
        {matches.map((match) => (
          <EarlierClaim
            key={match.id}
            match={match}
            hasKeys={match === open}
            isBusy={decide.isPending}
            onDecide={(decision) => decide.mutate({ match, decision })}
          />
        ))}
      </ul>
      {decide.isError && <ProblemNote>{problemWords(decide.error, t)}</ProblemNote>}
    </section>
  );
}

interface EarlierClaimProps {
  match: Match;
  hasKeys: boolean;
  isBusy: boolean;
  onDecide: (decision: MatchDecision | null) => void;
}

function EarlierClaim({ match, hasKeys, isBusy, onDecide }: EarlierClaimProps) {
  const { t } = useTranslation();
  const { earlier, decision } = match;
  const printed = usePrintedKey();
  const rating = useRatings().find((other) => other.key === earlier.rating?.key);
  const of = <span className="visually-hidden">: {earlier.headline}</span>;
  return (
    <li className={styles.row} data-decision={decision ?? undefined}>
      <EarlierMark
        headline={earlier.headline}
        url={earlier.url}
        score={match.score}
        isSame={decision === "same"}
      />
      {rating && <RatingMark rating={rating} />}
      {decision ? (
        <>
          <span>
            {t(`earlier.said.${decision}`, { name: match.decided_by?.display_name ?? "" })}
          </span>
          <Button
            variant="subtle"
            disabled={isBusy}
            onClick={() => onDecide(null)}
          >
            {t("earlier.takeBack")}
            {of}
          </Button>
        </>
      ) : (
        <span className={styles.acts}>
          {(["same", "different"] as const).map((said) => (
            <Button
              key={said}
              variant="default"
              disabled={isBusy}
              aria-keyshortcuts={hasKeys ? printed(KEYS[said]) : undefined}
              rightSection={hasKeys && <KeyHint of={KEYS[said]} />}
              onClick={() => onDecide(said)}
            >
              {t(`earlier.say.${said}`)}
              {of}
            </Button>
          ))}
        </span>
      )}
    </li>
  );
}
