import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSendKeptReview } from "@/api/annotations";
import { tell, tellProblem } from "@/components/tell";
import type { Me } from "@/model/person";
import { isOffline } from "@/model/problem";
import { inputOf } from "@/model/reviewDraft";
import { forgetDraft, readDraft } from "./keptDrafts";
import { readOutbox, takeFromOutbox, useWaitingReviews } from "./outbox";

const TRY_AGAIN_MS = 20_000;

/**
 * Send what waits for a connection once it is back; returns how many reviews wait still.
 *
 * personId: only this person's reviews are sent. What the server refuses stays as a draft on its
 * claim, and the refusal is told.
 */
export function useOutbox(personId: Me["id"] | undefined): number {
  const { t } = useTranslation();
  const { mutateAsync } = useSendKeptReview();
  const all = useWaitingReviews();
  const count = all.filter(({ key }) => isOf(key, personId)).length;
  const isBusy = useRef(false);

  useEffect(() => {
    if (count === 0) return undefined;
    const sendOne = async (key: string): Promise<boolean> => {
      const review = readOutbox().find((other) => other.key === key);
      const kept = readDraft(key);
      if (!review || !kept) {
        takeFromOutbox(key);
        return true;
      }
      try {
        await mutateAsync({ claimId: review.claimId, own: review.own, body: inputOf(kept.draft) });
        forgetDraft(key);
        tell(t("outbox.sent"));
      } catch (error) {
        if (isOffline(error)) return false;
        tellProblem(error, t);
      }
      takeFromOutbox(key);
      return true;
    };
    const sendAll = async () => {
      if (isBusy.current) return;
      isBusy.current = true;
      for (const { key } of readOutbox()) {
        if (isOf(key, personId) && !(await sendOne(key))) break;
      }
      isBusy.current = false;
    };
    const again = () => void sendAll();
    window.addEventListener("online", again);
    const timer = setInterval(again, TRY_AGAIN_MS);
    if (navigator.onLine) again();
    return () => {
      window.removeEventListener("online", again);
      clearInterval(timer);
    };
  }, [count, personId, mutateAsync, t]);
  return count;
}

function isOf(key: string, personId: Me["id"] | undefined): boolean {
  return personId !== undefined && key.startsWith(`vaglio.review.${personId}.`);
}
