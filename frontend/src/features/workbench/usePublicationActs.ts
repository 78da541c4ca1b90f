import { useTranslation } from "react-i18next";
import { type PublicationAct, usePublicationAct } from "@/api/publications";
import { tellAct } from "@/components/tell";
import { carriedOut, type Undo } from "@/components/useUndo";
import type { Claim } from "@/model/claim";

/** Where the notice of a withdrawal is kept while it is being written. */
export function withdrawalOf(claimId: string): string {
  return `withdraw.${claimId}`;
}

const DONE = { publish: "done", correct: "corrected", withdraw: "withdrawn" } as const;

/**
 * Publish, correct and withdraw, with the way back that there is.
 *
 * What is public is never undone in silence: the way back from publishing and correcting is to
 * withdraw, from withdrawing to publish anew; each is asked once more, since everybody sees it.
 */
export function usePublicationActs(claim: Claim, { push, during }: Undo) {
  const { t } = useTranslation();
  const mutation = usePublicationAct(claim.id);
  const send = (given: PublicationAct): Promise<void> => {
    const what = t(`publication.did.${given.act}`);
    return carriedOut(during, what, () => sendAs(what, given));
  };
  const sendAs = async (what: string, given: PublicationAct): Promise<void> => {
    await mutation.mutateAsync(given);
    const withdraws = given.act === "withdraw";
    push({
      what,
      asks: {
        title: t(withdraws ? "publication.publishAnew" : "publication.withdrawTitle"),
        about: claim.text,
        help: t(withdraws ? "publication.publishAnewHelp" : "publication.undoHelp"),
        ...(!withdraws && { label: t("publication.notice"), place: withdrawalOf(claim.id) }),
        act: t(withdraws ? "publication.publish" : "publication.withdraw"),
      },
      run: (notice) =>
        mutation.mutateAsync(withdraws ? { act: "publish" } : { act: "withdraw", notice }),
    });
    tellAct(t(`publication.${DONE[given.act]}`));
  };
  return { send };
}
