import { useTranslation } from "react-i18next";
import { type Reshaped, useTakeBack } from "@/api/reshaping";
import { tellAct } from "@/components/tell";
import type { Undo } from "@/components/useUndo";

/** Tell that claims were split or merged, keep the ways back and there again, and open the first that was made. */
export function useReshaped(articleId: string, undo: Undo, onOpen: (id: string) => void) {
  const { t } = useTranslation();
  const takeBack = useTakeBack(articleId);
  return (what: string, reshaped: Reshaped, again: () => Promise<Reshaped>) => {
    let now = reshaped;
    const openFirst = () => {
      if (now.made[0]) onOpen(now.made[0].id);
    };
    undo.push({
      what,
      run: async () => {
        if (now.origins[0]) await takeBack.mutateAsync(now.origins[0]);
      },
      again: async () => {
        now = await again();
        openFirst();
      },
    });
    tellAct(t("decisions.done", { what }));
    openFirst();
  };
}
