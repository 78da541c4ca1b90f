import { useTranslation } from "react-i18next";
import { useReopenVerdict, useSettle } from "@/api/verdicts";
import { tellAct } from "@/components/tell";
import type { Undo } from "@/components/useUndo";
import type { Claim } from "@/model/claim";
import type { Verdict } from "@/model/verdict";

/** What a person gives when they settle: nothing where all reviews agree. */
export interface Settling {
  rating?: string;
  reason?: string;
  replaces?: string;
}

/** Settle, and take a verdict back, as long as the claim isn't public; each with the way back. */
export function useSettling(claim: Claim, { push }: Undo) {
  const { t } = useTranslation();
  const settle = useSettle(claim.id);
  const reopen = useReopenVerdict(claim.id);
  const settleWith = async (given: Settling) => {
    let settled = await settle.mutateAsync(given);
    const what = t("verdict.settled");
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
  const takeBack = async (verdict: Verdict) => {
    await reopen.mutateAsync(verdict.id);
    let standing: Verdict | null = null;
    const what = t("verdict.reopened");
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
