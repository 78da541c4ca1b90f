import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useDecideMatch, useMatches } from "@/api/earlierClaims";
import { useRatings } from "@/api/ratings";
import { EarlierMark } from "@/components/EarlierMark";
import { ProblemNote } from "@/components/ProblemNote";
import { RatingMark } from "@/components/RatingMark";
import { problemWords } from "@/i18n/words";
import type { Match, MatchDecision } from "@/model/earlierClaim";
import styles from "./EarlierClaims.module.css";

/** Published claims that may say the same: a person says whether they do. Nothing where none are. */
export function EarlierClaims({ claimId }: { claimId: string }) {
  const { t } = useTranslation();
  const matches = useMatches(claimId).data ?? [];
  const decide = useDecideMatch(claimId);
  if (matches.length === 0) return null;
  return (
    <section aria-label={t("earlier.title")}>
      <ul className={styles.list}>
        {matches.map((match) => (
          <EarlierClaim
            key={match.id}
            match={match}
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
  isBusy: boolean;
  onDecide: (decision: MatchDecision | null) => void;
}

function EarlierClaim({ match, isBusy, onDecide }: EarlierClaimProps) {
  const { t } = useTranslation();
  const { earlier, decision } = match;
  const rating = useRatings().find((other) => other.key === earlier.rating?.key);
  const label = (act: string) => `${act}: ${earlier.headline}`;
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
            aria-label={label(t("earlier.takeBack"))}
            onClick={() => onDecide(null)}
          >
            {t("earlier.takeBack")}
          </Button>
        </>
      ) : (
        <span className={styles.acts}>
          {(["same", "different"] as const).map((said) => (
            <Button
              key={said}
              variant="default"
              disabled={isBusy}
              aria-label={label(t(`earlier.say.${said}`))}
              onClick={() => onDecide(said)}
            >
              {t(`earlier.say.${said}`)}
            </Button>
          ))}
        </span>
      )}
    </li>
  );
}
