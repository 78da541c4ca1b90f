import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  readReview,
  useReviseReview,
  useSubmitReview,
  useWithdrawReview,
} from "@/api/annotations";
import { tell } from "@/components/tell";
import type { Undo } from "@/components/useUndo";
import type { Claim } from "@/model/claim";
import { isConflict } from "@/model/problem";
import type { Annotation } from "@/model/review";
import { draftOf, inputOf, type ReviewDraft } from "@/model/reviewDraft";

/**
 * Submit or revise a review, with the way back.
 *
 * `theirs` is the stored review when it changed meanwhile; `send(draft, true)` then writes over it.
 */
export function useSendReview(claim: Claim, own: Annotation | null, undo: Undo) {
  const { t } = useTranslation();
  const submit = useSubmitReview(claim.id);
  const revise = useReviseReview(claim.id);
  const withdraw = useWithdrawReview(claim.id);
  const [theirs, setTheirs] = useState<Annotation | null>(null);
  const mutation = own ? revise : submit;

  const write = async (draft: ReviewDraft, overTheirs: boolean): Promise<Annotation> => {
    if (!own) return submit.mutateAsync(inputOf(draft));
    const version = overTheirs && theirs ? theirs.version : own.version;
    return revise.mutateAsync({ id: own.id, version, body: inputOf(draft) });
  };
  const wayBack = (written: Annotation) => {
    const { id, version } = written;
    if (!own) return () => withdraw.mutateAsync({ id, version });
    return () => revise.mutateAsync({ id, version, body: inputOf(draftOf(own)) });
  };
  const send = async (draft: ReviewDraft, overTheirs: boolean): Promise<boolean> => {
    try {
      const written = await write(draft, overTheirs);
      const what = t(own ? "review.revised" : "review.submitted");
      undo.push({ what, run: wayBack(written) });
      tell(t("decisions.done", { what }));
      setTheirs(null);
      return true;
    } catch (error) {
      if (own && isConflict(error)) setTheirs(await readReview(own.id).catch(() => null));
      return false;
    }
  };
  return { send, theirs, error: mutation.error, isPending: mutation.isPending };
}
