import { useTranslation } from "react-i18next";
import { useAssign, useGiveBack } from "@/api/assignments";
import { tellAct, tellProblem } from "@/components/tell";
import type { Undo } from "@/components/useUndo";
import type { Reviewer } from "@/model/assignment";
import type { ArticleSummary } from "@/model/article";

interface AssignGiven {
  reviewer: Reviewer;
  dueAt: string;
}

/** Give a reviewer what waits in whole articles, with the way back; says whether it was done. */
export function useAssignArticles({ push, during }: Undo) {
  const { t } = useTranslation();
  const assign = useAssign();
  const giveBack = useGiveBack();
  const assignTo = (articles: readonly ArticleSummary[], given: AssignGiven): Promise<boolean> =>
    // how many claims there are is known with the answer only
    during(t("assigning.titleArticles", { count: articles.length }), () => giveTo(articles, given));
  const giveTo = async (
    articles: readonly ArticleSummary[],
    { reviewer, dueAt }: AssignGiven,
  ): Promise<boolean> => {
    const give = () =>
      assign.mutateAsync({
        articles: articles.map(({ id }) => id),
        reviewer: reviewer.id,
        due_at: dueAt,
      });
    try {
      let made = (await give()).results;
      const what = t("bulk.assign", { count: made.length, name: reviewer.display_name });
      push({
        what,
        run: () => giveBack.mutateAsync(made.map(({ id }) => id)),
        again: async () => {
          made = (await give()).results;
        },
      });
      tellAct(t("decisions.done", { what }));
      return true;
    } catch (error) {
      tellProblem(error, t);
      return false;
    }
  };
  return { assignTo, isPending: assign.isPending };
}
