import { use } from "react";
import { useTranslation } from "react-i18next";
import { useDescribeSource } from "@/api/sources";
import { tellAct } from "@/components/tell";
import { carriedOut } from "@/components/useUndo";
import type { Source } from "@/model/review";
import { UndoContext } from "./UndoContext";

type Details = Pick<Source, "title" | "publisher" | "published_on">;

/** Say what a source is called, with the way back; an address, once given, stays. */
export function useDescribing(source: Source, claimId: string) {
  const { t } = useTranslation();
  const undo = use(UndoContext);
  const describe = useDescribeSource(claimId);
  const { id, title, publisher, published_on } = source;
  const what = t("source.described");
  const send = async (given: Details, url: string): Promise<void> => {
    await describe.mutateAsync({ id, ...given, ...(url && { url }) });
    undo?.push({
      what,
      run: () => describe.mutateAsync({ id, title, publisher, published_on }),
      again: () => describe.mutateAsync({ id, ...given }),
    });
    tellAct(t("decisions.done", { what }));
  };
  return (given: Details, url: string): Promise<void> =>
    undo ? carriedOut(undo.during, what, () => send(given, url)) : send(given, url);
}
