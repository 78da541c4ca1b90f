import { useTranslation } from "react-i18next";
import { type Reshaped, useTakeBack } from "@/api/reshaping";
import { tellAct } from "@/components/tell";
import { carriedOut, type Undo } from "@/components/useUndo";

/** Split or merge claims: `what` it is in words, `act` does it, `again` once more after it was taken back. */
export type Reshape = (
  what: string,
  act: () => Promise<Reshaped>,
  again: () => Promise<Reshaped>,
) => Promise<void>;

/** Split and merge with the ways back and there again, and open the first claim that was made. */
export function useReshaped(articleId: string, undo: Undo, onOpen: (id: string) => void): Reshape {
  const { t } = useTranslation();
  const takeBack = useTakeBack(articleId);
  return (what, act, again) =>
    carriedOut(undo.during, what, async () => {
      let now = await act();
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
    });
}
