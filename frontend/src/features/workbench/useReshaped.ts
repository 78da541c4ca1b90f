import { useTranslation } from "react-i18next";
import { type Reshaped, useTakeBack } from "@/api/reshaping";
import { tell } from "@/components/tell";
import type { Undo } from "@/components/useUndo";

/** Tell that claims were split or merged, keep the way back, and open the first that was made. */
export function useReshaped(articleId: string, undo: Undo, onOpen: (id: string) => void) {
  const { t } = useTranslation();
  const takeBack = useTakeBack(articleId);
  return (what: string, { made, origins }: Reshaped) => {
    const [origin] = origins;
    if (origin) undo.push({ what, run: () => takeBack.mutateAsync(origin) });
    tell(t("decisions.done", { what }));
    if (made[0]) onOpen(made[0].id);
  };
}
