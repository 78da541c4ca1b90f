import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useReviews } from "@/api/annotations";
import { useMe } from "@/api/me";
import { useRatingScale } from "@/api/ratings";
import { LoadState } from "@/components/LoadState";
import type { Undo } from "@/components/useUndo";
import { Waiting } from "@/components/Waiting";
import type { Article } from "@/model/article";
import type { Claim } from "@/model/claim";
import { stands } from "@/model/review";
import { ColleaguesReviews } from "./ColleaguesReviews";
import { OwnReview } from "./OwnReview";
import { Panel } from "./Panel";
import { ReviewForm } from "./ReviewForm";
import { type EarlyField, useEarlyKeys } from "./useEarlyKeys";
import { VerdictPanel } from "./VerdictPanel";

const PublicationPanel = lazy(() => import("./PublicationPanel"));

interface ReviewingProps {
  claim: Claim;
  article: Article;
  /** The field that was asked for before the form was there. */
  early: EarlyField | null;
  onEarly: (field: EarlyField | null) => void;
  onAccept: () => void;
  onNext: () => void;
  undo: Undo;
}

/**
 * A claim on its way: own review, colleagues' reviews, verdict, publication.
 *
 * Of one that isn't accepted only the review that was begun for it.
 */
export function Reviewing(props: ReviewingProps) {
  const { claim, article, early, onEarly, onAccept, onNext, undo } = props;
  const { t } = useTranslation();
  const me = useMe().data;
  const reviews = useReviews(claim.id);
  const scale = useRatingScale(); // a form without it would take no digit, and say nothing
  const [isEditing, setEditing] = useState(false);
  const isReady = me !== undefined && reviews.data !== undefined && scale.data !== undefined;
  useEarlyKeys(isReady || !me?.roles.includes("reviewer"), onEarly);
  useEffect(() => {
    if (isReady && early) onEarly(null);
  }, [isReady, early, onEarly]);
  if (!me) return <Waiting />;
  if (!reviews.data) return <LoadState of={reviews} />;
  if (!scale.data) return <LoadState of={scale} />;
  const { results, hidden_until_you_rate: hidden } = reviews.data;
  const own = results.find((review) => review.mine && review.withdrawn_at === null) ?? null;
  const others = results.filter((review) => !review.mine);
  const mayWrite = me.roles.includes("reviewer");
  // who has read others' ratings no longer rates blind, and the server takes no review of theirs
  const isBlind = others.length === 0;
  const isWriting = isEditing || (own === null && mayWrite && isBlind);
  return (
    <>
      {isWriting && (
        <ReviewForm
          key={own?.id ?? "new"}
          claim={claim}
          own={own}
          me={me}
          undo={undo}
          isAwaited={early === "rationale"}
          onAccept={onAccept}
          // a first review may stand here, open for revision, before all that hangs on it is read
          onDone={own ? () => setEditing(false) : onNext}
          onCancel={() => setEditing(false)}
        />
      )}
      {own && !isEditing && (
        <OwnReview
          claim={claim}
          review={own}
          me={me}
          undo={undo}
          onEdit={mayWrite ? () => setEditing(true) : null}
        />
      )}
      {own === null && mayWrite && !isBlind && (
        <Panel id="own-review" title={t("review.yours")}>
          <p>{t("problems.no-longer-blind")}</p>
        </Panel>
      )}
      {claim.review_state === "accepted" && (
        <>
          <ColleaguesReviews claim={claim} reviews={others} hidden={hidden} me={me} undo={undo} />
          <VerdictPanel claim={claim} reviews={results.filter(stands)} undo={undo} />
          <Suspense fallback={<Waiting />}>
            <PublicationPanel claim={claim} article={article} me={me} undo={undo} />
          </Suspense>
        </>
      )}
    </>
  );
}
