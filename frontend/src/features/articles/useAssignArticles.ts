import { useTranslation } from "react-i18next";
import { useAssign, useGiveBack } from "@/api/assignments";
import { tellAct } from "@/components/tell";
import { carriedOut, type Undo } from "@/components/useUndo";
import type { AssignGiven } from "@/model/assignment";
import type { ArticleSummary } from "@/model/article";

type Given = Pick<AssignGiven, "reviewer" | "dueAt">;

/** Give a reviewer what waits in whole articles, with the way back; fails with the refusal. */
export function useAssignArticles({ push, during }: Undo) {
  const { t } = useTranslation();
  const assign = useAssign();
  const giveBack = useGiveBack();
  const giveTo = async (articles: readonly ArticleSummary[], { reviewer, dueAt }: Given) => {
    const give = () =>
      assign.mutateAsync({
        articles: articles.map(({ id }) => id),
        reviewer: reviewer.id,
        due_at: dueAt,
      });
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
  };
  return (articles: readonly ArticleSummary[], given: Given): Promise<void> =>
    // how many claims there are is known with the answer only
    carriedOut(during, t("assigning.titleArticles", { count: articles.length }), () =>
      giveTo(articles, given),
    );
}
