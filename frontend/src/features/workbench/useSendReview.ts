import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  readReview,
  useReviseReview,
  useSubmitReview,
  useWithdrawReview,
} from "@/api/annotations";
import { tellAct, tellFailure } from "@/components/tell";
import type { Undo } from "@/components/useUndo";
import { problemWords } from "@/i18n/words";
import type { Claim } from "@/model/claim";
import { isConflict, isOffline } from "@/model/problem";
import type { Annotation } from "@/model/review";
import { draftOf, inputOf, type ReviewDraft } from "@/model/reviewDraft";
import { forgetDraft, keepDraft } from "./keptDrafts";

/** "waiting": no answer came, so that it can be sent as it is once the connection is back. */
type Outcome = "sent" | "waiting" | "refused";

/**
 * Submit or revise a review, with the way back.
 *
 * key: where its draft is kept; a first review that is taken back stands there again as it was sent.
 * onSent: lets go of the draft, before the review that was sent is shown.
 * `theirs` is the stored review when it changed meanwhile; `send(draft, true)` then writes over it.
 */
export function useSendReview(
  key: string,
  claim: Claim,
  own: Annotation | null,
  undo: Undo,
  onSent: () => void,
) {
  const { t } = useTranslation();
  const submit = useSubmitReview(claim.id, onSent);
  const revise = useReviseReview(claim.id);
  const withdraw = useWithdrawReview(claim.id);
  const [theirs, setTheirs] = useState<Annotation | null>(null);
  const [refusedAt, setRefusedAt] = useState(0);
  const mutation = own ? revise : submit;
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  const write = async (draft: ReviewDraft, overTheirs: boolean): Promise<Annotation> => {
    if (!own) return submit.mutateAsync(inputOf(draft));
    const version = overTheirs && theirs ? theirs.version : own.version;
    return revise.mutateAsync({ id: own.id, version, body: inputOf(draft) });
  };
  /** The way back and the way there again; each starts from the review as the last one left it. */
  const steps = (written: Annotation, draft: ReviewDraft) => {
    let now = written;
    const rewrite = async (words: ReviewDraft) => {
      now = await revise.mutateAsync({ id: now.id, version: now.version, body: inputOf(words) });
    };
    if (own) return { run: () => rewrite(draftOf(own)), again: () => rewrite(draft) };
    return {
      run: async () => {
        keepDraft(key, draft); // first, since the form reads it as soon as the review is gone
        await withdraw.mutateAsync({ id: now.id, version: now.version });
      },
      again: async () => {
        now = await submit.mutateAsync(inputOf(draft));
        forgetDraft(key);
      },
    };
  };
  const what = t(own ? "review.revised" : "review.submitted");
  const attempt = async (draft: ReviewDraft, overTheirs: boolean): Promise<Outcome> => {
    try {
      const written = await write(draft, overTheirs);
      undo.push({ what, ...steps(written, draft) });
      tellAct(t("decisions.done", { what }));
      setTheirs(null);
      return "sent";
    } catch (error) {
      if (isOffline(error)) return "waiting";
      // whoever went on meanwhile no longer sees the form that would say so
      if (!isHere.current) tellFailure(t("review.notSent", { claim: claim.text, why: problemWords(error, t) }));
      setRefusedAt(claim.version);
      if (own && isConflict(error)) setTheirs(await readReview(own.id).catch(() => null));
      return "refused";
    }
  };
  const send = async (draft: ReviewDraft, overTheirs: boolean): Promise<Outcome> => {
    let outcome: Outcome = "refused";
    await undo.during(what, async () => {
      outcome = await attempt(draft, overTheirs);
      return outcome === "sent";
    });
    return outcome;
  };
  // a claim that has changed since says by itself what stands in the way
  const error = refusedAt === claim.version ? mutation.error : null;
  return { send, theirs, error, isPending: mutation.isPending };
}
