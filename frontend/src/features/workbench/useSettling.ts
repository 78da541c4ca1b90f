import { useTranslation } from "react-i18next";
import { useReopenVerdict, useSettle } from "@/api/verdicts";
import { tellAct } from "@/components/tell";
import { useOnce } from "@/components/useOnce";
import { carriedOut, type Undo } from "@/components/useUndo";
import type { Claim } from "@/model/claim";
import type { Verdict } from "@/model/verdict";

/** What a person gives when they settle: nothing where all reviews agree. */
export interface Settling {
  rating?: string;
  reason?: string;
  replaces?: string;
}

/** Settle, and take a verdict back, as long as the claim isn't public; each with the way back. */
export function useSettling(claim: Claim, { push, during }: Undo) {
  const { t } = useTranslation();
  const settle = useSettle(claim.id);
  const reopen = useReopenVerdict(claim.id);
  const settleAs = async (what: string, given: Settling) => {
    let settled = await settle.mutateAsync(given);
    push({
      what,
      run: async () => {
        if (settled.verdict) await reopen.mutateAsync(settled.verdict.id);
      },
      again: async () => {
        settled = await settle.mutateAsync({ ...given, replaces: undefined });
      },
    });
    tellAct(t("decisions.done", { what }));
  };
  const reopenAs = async (what: string, verdict: Verdict) => {
    await reopen.mutateAsync(verdict.id);
    let standing: Verdict | null = null;
    push({
      what,
      run: async () => {
        standing = (await settle.mutateAsync(givenFor(verdict))).verdict;
      },
      again: async () => {
        if (standing) await reopen.mutateAsync(standing.id);
      },
    });
    tellAct(t("decisions.done", { what }));
  };
  const settleWith = useOnce((given: Settling) => {
    const what = t("verdict.settled");
    return carriedOut(during, what, () => settleAs(what, given));
  });
  const takeBack = useOnce((verdict: Verdict) => {
    const what = t("verdict.reopened");
    return carriedOut(during, what, () => reopenAs(what, verdict));
  });
  return {
    settle: settleWith,
    takeBack,
    isPending: settle.isPending,
    isReopening: reopen.isPending,
    error: settle.error ?? reopen.error,
  };
}

/** What settles a claim as it was settled before. */
function givenFor({ method, rating, reason }: Verdict): Settling {
  return method === "adjudication" ? { rating, reason } : {};
}
