import { Button } from "@mantine/core";
import { CircleCheck, CircleSlash, Clock, MessageSquare } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "@/i18n/format";
import type { Claim } from "@/model/claim";
import type { Reply } from "@/model/publication";
import { AskDialog } from "./AskDialog";
import { OutcomeDialog } from "./OutcomeDialog";
import styles from "./Publication.module.css";

interface RightOfReplyProps {
  claim: Claim;
  replies: readonly Reply[];
}

const ICONS = {
  waiting: Clock,
  overdue: Clock,
  answered: MessageSquare,
  declined: CircleSlash,
  silent: CircleSlash,
  told: CircleCheck,
  struck: CircleSlash,
};

/** Whom we asked for a reply, how and when, and what came of it: a log to which rows are added. */
export function RightOfReply({ claim, replies }: RightOfReplyProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [answering, setAnswering] = useState<Reply | null>(null);
  return (
    <section className={styles.replies} id="replies" tabIndex={-1} aria-labelledby="replies-title">
      <h3 className={styles.subtitle} id="replies-title">
        {t("replies.title")}
      </h3>
      {replies.length === 0 && <p className={styles.about}>{t("replies.none")}</p>}
      {replies.length > 0 && (
        <ul>
          {replies.map((reply) => (
            <ReplyView key={reply.id} reply={reply} onAnswer={() => setAnswering(reply)} />
          ))}
        </ul>
      )}
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t("replies.ask")}
        </Button>
      </div>
      {isAsking && <AskDialog claim={claim} onClose={() => setAsking(false)} />}
      {answering && (
        <OutcomeDialog claimId={claim.id} reply={answering} onClose={() => setAnswering(null)} />
      )}
    </section>
  );
}

function ReplyView({ reply, onAnswer }: { reply: Reply; onAnswer: () => void }) {
  const { t, i18n } = useTranslation();
  const [outcome, ...earlier] = reply.outcomes;
  const Icon = ICONS[reply.state];
  const words = t(outcome ? "replies.changeOutcome" : "replies.noteOutcome");
  const moment = (at: string | null) => formatMoment(at, i18n.language);
  return (
    <li data-state={reply.state}>
      <span className={styles.replyState}>
        <Icon size={15} aria-hidden="true" /> {t(`replies.states.${reply.state}`)}
        {outcome?.received_at && ` · ${moment(outcome.received_at)}`}
      </span>
      {reply.asked_at && (
        <span className={styles.asked}>
          {reply.asked} · {t(`replies.channels.${reply.channel}`)} · {moment(reply.asked_at)}
          {reply.due_at && ` · ${t("replies.until", { when: moment(reply.due_at) })}`}
        </span>
      )}
      {outcome?.words && <blockquote>{outcome.words}</blockquote>}
      {reply.note && (
        <span className={styles.about}>
          {t("replies.note")}: {reply.note}
        </span>
      )}
      <span className={styles.about}>
        {t("replies.writtenBy", {
          name: (outcome ?? reply).written_by,
          when: moment((outcome ?? reply).created_at),
        })}
      </span>
      {earlier.length > 0 && (
        <details>
          <summary className={styles.about}>{t("replies.earlier", { count: earlier.length })}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.created_at}>
                {t(`replies.states.${one.outcome}`)}
                {one.words && <blockquote>{one.words}</blockquote>}
                <span className={styles.about}>
                  {t("replies.writtenBy", { name: one.written_by, when: moment(one.created_at) })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {reply.state !== "struck" && (
        <div>
          <Button
            variant={outcome ? "subtle" : "default"}
            size="compact-sm"
            aria-label={`${words}: ${reply.asked || t("replies.title")}`}
            onClick={onAnswer}
          >
            {words}
          </Button>
        </div>
      )}
    </li>
  );
}
