import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { rememberQueue, useGiveBack, useTake, useTakeNext } from "@/api/assignments";
import type { QueueFilters } from "@/api/claims";
import { tell, tellAct, tellProblem } from "@/components/tell";
import { useOnce } from "@/components/useOnce";
import type { Undo } from "@/components/useUndo";
import type { Hold } from "@/model/assignment";
import type { QueuedClaim } from "@/model/claim";

/** Take claims from the queue, which opens the workbench on them, and give them back. */
export function useHolding(filters: QueueFilters, { push, during }: Undo) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const next = useTakeNext();
  const take = useTake();
  const giveBack = useGiveBack();
  const open = ({ article, claim }: { article: string; claim: string }) =>
    void navigate(`/articles/${article}?claim=${claim}`);

  const takeNext = useOnce(async () => {
    try {
      open(await next.takeNext(filters));
    } catch (error) {
      tellProblem(error, t);
    }
  });
  const takeThis = useOnce(async (claim: QueuedClaim) => {
    try {
      await take.mutateAsync(claim.id);
      rememberQueue(filters);
      open({ article: claim.article, claim: claim.id });
    } catch (error) {
      tellProblem(error, t);
    }
  }, idOf);
  const letGo = async (claim: QueuedClaim, own: Hold, what: string): Promise<boolean> => {
    try {
      await giveBack.mutateAsync([own.id]);
      // an assignment is its editor's to give again
      if (own.how === "taken") {
        let hold = own.id;
        push({
          what,
          run: async () => {
            hold = (await take.mutateAsync(claim.id)).results[0]?.id ?? hold;
          },
          again: () => giveBack.mutateAsync([hold]),
        });
      }
      if (own.how === "taken") tellAct(t("decisions.done", { what }));
      else tell(what);
      return true;
    } catch (error) {
      tellProblem(error, t);
      return false;
    }
  };
  const back = useOnce(async (claim: QueuedClaim) => {
    const own = claim.holds.find((hold) => hold.mine);
    const what = t("holding.givenBack");
    if (own) await during(what, () => letGo(claim, own, what));
  }, idOf);
  return { takeNext, takeThis, giveBack: back, isTaking: next.isPending || take.isPending };
}

const idOf = ({ id }: QueuedClaim) => id;
