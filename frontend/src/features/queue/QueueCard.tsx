import { Checkbox } from "@mantine/core";
import { memo, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DismissPanel } from "@/components/DismissPanel";
import { HoldWords } from "@/components/HoldWords";
import { useRowInSight } from "@/components/useRowInSight";
import { ToneMark } from "@/components/RatingMark";
import { Worthiness } from "@/components/Worthiness";
import type { Claim, QueuedClaim } from "@/model/claim";
import type { ClaimAct } from "@/model/claimAct";
import type { VerdictState } from "@/model/verdict";
import type { BestMatch } from "@/model/match";
import { wordsAfter, wordsBefore } from "@/model/surroundings";
import { MatchChip } from "./MatchChip";
import { type CardRights, QueueCardActs } from "./QueueCardActs";
import styles from "./QueueScreen.module.css";

interface QueueCardProps {
  claim: QueuedClaim;
  to: string;
  /** The earlier claim that says the same, as far as the machine or a person can tell. */
  match: BestMatch | undefined;
  isActive: boolean;
  /** It is active since somebody went to it: it comes into sight and has the focus. */
  isReached: boolean;
  isPicked: boolean;
  /** Nothing more is to be done about it here. */
  isDone: boolean;
  isDismissing: boolean;
  /** A decision about it is on its way. */
  isBusy: boolean;
  rights: CardRights;
  onPick: (id: string) => void;
  onSelect: (id: string, isRange: boolean) => void;
  onSpeaker: (name: string) => void;
  onDismissing: (id: string | null) => void;
  onDecide: (claim: Claim, act: ClaimAct) => Promise<void>;
  onTake: (claim: QueuedClaim) => void;
  onGiveBack: (claim: QueuedClaim) => void;
  onAssign: (claim: QueuedClaim) => void;
}

/** One claim of the queue, with its words in their place and who holds it. */
export const QueueCard = memo(function QueueCard(props: QueueCardProps) {
  const { claim, isActive, isReached, isPicked, onPick, onSelect, onDismissing, onDecide } = props;
  const { t } = useTranslation();
  const card = useRowInSight<HTMLLIElement>(isReached);

  return (
    <li
      ref={card}
      className={styles.card}
      data-active={isActive || undefined}
      data-picked={isPicked || undefined}
      data-decided={props.isDone || undefined}
      aria-current={isActive ? "true" : undefined}
      // the keys mean the active card: Tab finds it, and it is read out as a list item
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isActive ? 0 : -1}
      aria-label={claim.text}
      onFocus={() => onPick(claim.id)}
    >
      <div className={styles.first}>
        <Checkbox
          aria-label={t("bulk.pick", { text: claim.text })}
          checked={isPicked}
          onClick={(event: MouseEvent) => onSelect(claim.id, event.shiftKey)}
          readOnly
        />
        <p className={styles.text}>{claim.text}</p>
      </div>
      <p className={styles.context}>
        {wordsBefore(claim.prefix)}
        <mark>{claim.exact}</mark>
        {wordsAfter(claim.suffix)}
      </p>
      <Worthiness score={claim.check_worthiness} reasons={claim.reasons} />
      <About {...props} />
      {props.match && <MatchChip match={props.match} />}
      {props.isDismissing ? (
        <DismissPanel
          onDismiss={(reason) => void onDecide(claim, { act: "dismiss", reason })}
          onCancel={() => onDismissing(null)}
        />
      ) : (
        <QueueCardActs {...props} />
      )}
    </li>
  );
});

/** Kind, speaker, article, how many reviews it has and who holds it. */
function About({ claim, to, onSpeaker }: QueueCardProps) {
  const { t } = useTranslation();
  const { speaker, reviews_given: given, reviews_needed: needed } = claim;
  return (
    <div className={styles.about}>
      <span>{t(`kinds.${claim.kind}`)}</span>
      {speaker && (
        <button
          type="button"
          className={styles.speaker}
          title={t("queue.onlySpeaker", { name: speaker.name })}
          onClick={() => onSpeaker(speaker.name)}
        >
          {t("claim.saidBy", { name: speaker.name })}
        </button>
      )}
      <Link to={to}>{claim.article_title || t("articles.untitled")}</Link>
      {claim.review_state === "accepted" && (
        <span>
          {t("queue.reviews", { given, needed })}
          {claim.reviewed_by_me && ` (${t("queue.yoursToo")})`}
        </span>
      )}
      <Standing state={claim.verdict_state} />
      {claim.holds.map((hold) => (
        <HoldWords key={hold.id} hold={hold} />
      ))}
    </div>
  );
}

/** Whether its reviews differ or agree, for who may know: the one takes an adjudication, the other a key. */
function Standing({ state }: { state: VerdictState }) {
  const { t } = useTranslation();
  if (state === "disputed") return <ToneMark tone="disputed">{t("verdict.disputed")}</ToneMark>;
  return state === "agreed" ? <span>{t("queue.agreed")}</span> : null;
}
