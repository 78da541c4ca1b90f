import { EyeOff } from "lucide-react";
import { type FocusEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useModerateReview } from "@/api/annotations";
import { KeyButton } from "@/components/KeyButton";
import { ReasonDialog } from "@/components/ReasonDialog";
import { tellAct } from "@/components/tell";
import { carriedOut, type Undo } from "@/components/useUndo";
import { useKeys } from "@/keyboard/useKeys";
import type { Claim } from "@/model/claim";
import type { Me } from "@/model/person";
import type { Annotation } from "@/model/review";
import { Panel } from "./Panel";
import { ReviewView } from "./ReviewView";
import styles from "./ReviewView.module.css";

interface ColleaguesReviewsProps {
  claim: Claim;
  reviews: readonly Annotation[];
  /** How many reviews stay hidden until the reader has rated. */
  hidden: number;
  me: Me;
  undo: Undo;
}

/** Colleagues' reviews; blind until one's own is given. */
export function ColleaguesReviews({ claim, reviews, hidden, me, undo }: ColleaguesReviewsProps) {
  const { t } = useTranslation();
  const [usedId, setUsedId] = useState<string | null>(null);
  if (reviews.length === 0 && hidden === 0) return null;
  const mayModerate = me.roles.includes("moderator");
  // the key means the review that was last in use, else the first
  const current = reviews.find((review) => review.id === usedId) ?? reviews[0];
  const noteUse = (event: FocusEvent) => {
    const review = event.target.closest<HTMLElement>("[data-review]")?.dataset.review;
    if (review) setUsedId(review);
  };
  return (
    <Panel id="reviews" title={t("review.colleagues")}>
      {hidden > 0 && (
        <p className={styles.blind}>
          <EyeOff size={16} aria-hidden="true" /> {t(me.roles.includes("reviewer") ? "review.blind" : "review.blindForOthers", { count: hidden })}
        </p>
      )}
      <div className={styles.others} onFocus={noteUse}>
        {reviews.map((review) => (
          <div key={review.id} className={styles.form} data-review={review.id}>
            <ReviewView review={review} />
            {mayModerate && (
              <Moderate claim={claim} review={review} undo={undo} hasKey={review === current} />
            )}
          </div>
        ))}
      </div>
    </Panel>
  );
}

interface ModerateProps {
  claim: Claim;
  review: Annotation;
  undo: Undo;
  /** The key now means this review. */
  hasKey: boolean;
}

function Moderate({ claim, review, undo, hasKey }: ModerateProps) {
  const { t } = useTranslation();
  const moderate = useModerateReview(claim.id);
  const [isAsking, setAsking] = useState(false);
  const act = review.hidden ? "restore" : "hide";
  const what = t(`review.moderated.${act}`);
  const hideOrRestore = (reason: string) =>
    carriedOut(undo.during, what, () => sendWith(reason));
  const sendWith = async (reason: string) => {
    const { id } = review;
    await moderate.mutateAsync({ id, act, reason });
    const back = act === "hide" ? "restore" : "hide";
    undo.push({
      what,
      run: () => moderate.mutateAsync({ id, act: back, reason: t("undo.done", { what }) }),
      again: () => moderate.mutateAsync({ id, act, reason }),
    });
    tellAct(t("decisions.done", { what }));
  };
  const ask = () => setAsking(true);
  useKeys([{ keys: ["H"], does: t(`review.${act}`), isOff: !hasKey, run: ask }]);
  return (
    <div>
      <KeyButton variant="subtle" color="gray" shortcut={hasKey ? "H" : undefined} onClick={ask}>
        {t(`review.${act}`)}
      </KeyButton>
      {isAsking && (
        <ReasonDialog
          title={t(`review.${act}`)}
          about={`${review.author.display_name}: ${review.rationale}`}
          label={t("common.reason")}
          place={`${act}.${review.id}`}
          act={t(`review.${act}`)}
          onAct={hideOrRestore}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
