import { Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useReadAnew } from "@/api/annotations";
import { ConflictNote } from "@/components/ConflictNote";
import { KeyButton } from "@/components/KeyButton";
import { ProblemNote } from "@/components/ProblemNote";
import { SaveState } from "@/components/SaveState";
import { tell } from "@/components/tell";
import { useFocusOnMount } from "@/components/useFocusOnMount";
import { useOnce } from "@/components/useOnce";
import type { Undo } from "@/components/useUndo";
import { problemWords } from "@/i18n/words";
import { useKeys } from "@/keyboard/useKeys";
import type { Claim } from "@/model/claim";
import type { Me } from "@/model/person";
import { isConflict, isOffline } from "@/model/problem";
import type { Annotation } from "@/model/review";
import { draftOf, EMPTY_DRAFT, missingFrom } from "@/model/reviewDraft";
import { EvidenceList } from "./EvidenceList";
import { Panel } from "./Panel";
import { RatingChoice } from "./RatingChoice";
import styles from "./ReviewForm.module.css";
import { useConflictFields } from "./useConflictFields";
import { useEvidenceUndo } from "./useEvidenceUndo";
import { draftKey } from "./keptDrafts";
import { putInOutbox, useWaitingReviews } from "./outbox";
import { useReviewDraft } from "./useReviewDraft";
import { useSendReview } from "./useSendReview";

interface ReviewFormProps {
  claim: Claim;
  /** The review to revise; null for a first one. */
  own: Annotation | null;
  me: Me;
  undo: Undo;
  /** Words for its rationale were asked for already. */
  isAwaited: boolean;
  /** Accepts a claim that takes no review as it stands. */
  onAccept: () => void;
  onDone: () => void;
  onCancel: () => void;
}

/** Rating, rationale and evidence; kept on this machine until it is submitted. */
export function ReviewForm(props: ReviewFormProps) {
  const { claim, own, me, undo, isAwaited, onAccept, onDone, onCancel } = props;
  const { t } = useTranslation();
  const key = draftKey(me.id, claim.id, own?.id);
  const kept = useReviewDraft(key, own ? draftOf(own) : EMPTY_DRAFT);
  const { draft, setDraft, saving, forget } = kept;
  const evidence = useEvidenceUndo(key, setDraft, undo);
  const isWaiting = useWaitingReviews().some((review) => review.key === key);
  const form = useRef<HTMLFormElement>(null);
  const rationale = useFocusOnMount<HTMLTextAreaElement>(isAwaited);
  const missing = missingFrom(draft);
  const isAccepted = claim.review_state === "accepted";
  const mayAccept = claim.review_state === "proposed";
  const [wasAccepted] = useState(isAccepted);
  const sending = useSendReview(key, claim, own, undo, forget);
  const readAnew = useReadAnew(claim.id);
  const conflict = useConflictFields(sending.theirs, draft);

  const send = useOnce(async (overTheirs: boolean) => {
    if (missing.length > 0) return;
    const letGo = focusOutOf(form.current); // keys work from here on: an undo may wait for the answer
    const outcome = await sending.send(draft, overTheirs);
    if (outcome === "refused") {
      letGo?.focus();
      return;
    }
    evidence.forget();
    if (outcome === "sent") forget();
    else {
      kept.keep();
      putInOutbox({ key, claimId: claim.id, own: own && { id: own.id, version: own.version } });
      tell(t("outbox.kept"));
    }
    onDone();
  });
  const keepTheirs = () => {
    readAnew();
    drop();
  };
  const drop = () => {
    forget();
    onCancel();
  };
  useKeys([
    { keys: ["r"], does: t("review.toRationale"), run: () => rationale.current?.focus() },
    {
      keys: ["mod+Enter"],
      does: t("review.submit"),
      inFields: true,
      run: () => form.current?.requestSubmit(),
    },
  ]);

  return (
    <Panel
      id="own-review"
      title={t(own ? "review.revise" : "review.yours")}
      aside={<SaveState saving={saving} where="here" />}
    >
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (isAccepted) void send(false);
          else if (mayAccept) onAccept();
        }}
      >
        <RatingChoice
          value={draft.rating}
          onChange={(rating) => setDraft((before) => ({ ...before, rating }))}
        />
        <Textarea
          ref={rationale}
          label={t("review.rationale")}
          description={t("review.rationaleHelp")}
          rows={4}
          value={draft.rationale}
          onChange={({ currentTarget: { value } }) =>
            setDraft((before) => ({ ...before, rationale: value }))
          }
        />
        <EvidenceList
          claimId={claim.id}
          rows={draft.evidence}
          onStanceByKey={() => {
            if (!draft.rationale.trim()) rationale.current?.focus();
          }}
          onAdd={evidence.add}
          onChange={evidence.patch}
          onRemove={evidence.remove}
        />
        {isWaiting && <p className={styles.missing}>{t("outbox.thisWaits")}</p>}
        {!isAccepted && (
          <ProblemNote>
            {t(mayAccept ? (wasAccepted ? "review.reopened" : "review.early") : "review.dismissed")}
          </ProblemNote>
        )}
        {sending.theirs && (
          <ConflictNote fields={conflict} onKeepTheirs={keepTheirs} onUseMine={() => void send(true)} />
        )}
        {sending.error && !isConflict(sending.error) && !isOffline(sending.error) && (
          <ProblemNote>{problemWords(sending.error, t)}</ProblemNote>
        )}
        <Group gap="xs">
          <KeyButton
            type="submit"
            shortcut="mod+Enter"
            loading={sending.isPending}
            disabled={isAccepted ? missing.length > 0 || sending.theirs !== null : !mayAccept}
          >
            {t(own ? "review.saveRevision" : isAccepted ? "review.submitAndNext" : "review.acceptFirst")}
          </KeyButton>
          {own && (
            <Button variant="default" onClick={drop}>
              {t("common.cancel")}
            </Button>
          )}
          {missing.length > 0 && (
            <span className={styles.missing}>
              {t("review.missing", { what: missing.map((m) => t(`review.lacks.${m}`)).join(", ") })}
            </span>
          )}
        </Group>
      </form>
    </Panel>
  );
}

/** Take the focus out of the field it stands in; gives that field. */
function focusOutOf(form: HTMLFormElement | null): HTMLElement | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !form?.contains(focused)) return null;
  focused.blur();
  return focused;
}
