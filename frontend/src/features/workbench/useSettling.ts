import { useTranslation } from "react-i18next";
import { useReopenVerdict, useSettle } from "@/api/verdicts";
import { tell } from "@/components/tell";
import type { Undo } from "@/components/useUndo";
import type { Claim } from "@/model/claim";

/** What a person gives when they settle: nothing where all reviews agree. */
export interface Settling {
  rating?: string;
  reason?: string;
  replaces?: string;
}

/** Settle with the way back: the verdict is reopened as long as the claim isn't public. */
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
    tell(t("decisions.done", { what }));
  };
  return { settle: settleWith, isPending: settle.isPending, error: settle.error };
}
