import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { lastQueue, useTakeNext } from "@/api/assignments";
import { KeyButton } from "@/components/KeyButton";
import { tellProblem } from "@/components/tell";
import { useOnce } from "@/components/useOnce";
import { useKeys } from "@/keyboard/useKeys";

interface TakeNextButtonProps {
  articleId: string;
  /** Opens a claim of this article. */
  onOpen: (claimId: string) => void;
}

/** From one claim to the next of the queue one came from; not there for who came another way. */
export function TakeNextButton({ articleId, onOpen }: TakeNextButtonProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { takeNext, isPending } = useTakeNext();
  const filters = lastQueue();
  const take = useOnce(async () => {
    if (!filters) return;
    try {
      const { article, claim } = await takeNext(filters);
      if (article === articleId) onOpen(claim);
      else void navigate(`/articles/${article}?claim=${claim}`);
    } catch (error) {
      tellProblem(error, t);
    }
  });
  const go = () => void take();
  useKeys([{ keys: ["t"], does: t("holding.takeNext"), isOff: !filters, run: go }]);
  if (!filters) return null;
  return (
    <KeyButton variant="default" shortcut="t" loading={isPending} onClick={go}>
      {t("holding.takeNext")}
    </KeyButton>
  );
}
