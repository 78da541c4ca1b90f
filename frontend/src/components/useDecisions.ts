import { useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "@/model/claim";
import { type ClaimAct, type ClaimChange, inverseOf } from "@/model/claimAct";
import { problemWords } from "@/i18n/words";
import { tellAct, tellFailure } from "./tell";
import { useOnce } from "./useOnce";
import type { Undo } from "./useUndo";

/**
 * Decide about claims with a way back for each decision.
 *
 * change: sends one act and gives the changed claim. Returns a function that decides and says
 * whether it was done; what went wrong has then been told. What is asked for twice before the answer
 * is sent once.
 */
export function useDecisions(change: (given: ClaimChange) => Promise<Claim>, { push, during }: Undo) {
  const { t } = useTranslation();
  // our own later acts move a claim's version on, so that an earlier one can still be undone
  const versions = useRef(new Map<string, number>());

  const carryOut = useCallback(
    (claim: Claim, act: ClaimAct): Promise<boolean> => {
      const what = t(`decisions.${act.act}`);
      const send = async (given: ClaimAct) => {
        const version = Math.max(claim.version, versions.current.get(claim.id) ?? 0);
        const changed = await change({ claim: { ...claim, version }, change: given });
        versions.current.set(changed.id, changed.version);
      };
      return during(what, async () => {
        try {
          await send(act);
        } catch (error) {
          // whoever decided may stand elsewhere by now
          tellFailure(t("decisions.refused", { claim: claim.text, why: problemWords(error, t) }));
          return false;
        }
        const wayBack = inverseOf(claim, act);
        if (wayBack) push({ what, at: claim.id, run: () => send(wayBack), again: () => send(act) });
        tellAct(t("decisions.done", { what }));
        return true;
      });
    },
    [change, push, during, t],
  );
  return useOnce(carryOut, nameOf);
}

function nameOf(claim: Claim, act: ClaimAct): string {
  return `${claim.id} ${JSON.stringify(act)}`;
}
