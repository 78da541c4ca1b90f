import { useTranslation } from "react-i18next";
import { type Reshaped, useTakeBack } from "@/api/reshaping";
import { tell } from "@/components/tell";
import type { Undo } from "@/components/useUndo";

/** Tell that claims were split or merged, keep the way back, and open the first that was made. */
export function useReshaped(articleId: string, undo: Undo, onOpen: (id: string) => void) {
  const { t } = useTranslation();
  const takeBack = useTakeBack(articleId);
  return (what: string, reshaped: Reshaped, again: () => Promise<Reshaped>) => {
    const { made } = reshaped;
    let now = reshaped;
    undo.push({
      what,
      run: async () => {
        if (now.origins[0]) await takeBack.mutateAsync(now.origins[0]);
      },
      again: async () => {
        now = await again();
      },
    });
    tell(t("decisions.done", { what }));
    if (made[0]) onOpen(made[0].id);
  };
}
