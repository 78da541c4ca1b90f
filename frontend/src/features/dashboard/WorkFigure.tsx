import { useTranslation } from "react-i18next";
import { STEPS, type WorkInHand } from "@/model/statistics";
import { Bars } from "./Bars";
import { Figure } from "./Figure";
import { useCells } from "./useCells";

/** How many claims wait at which step. */
export function WorkFigure({ work }: { work: WorkInHand }) {
  const { t } = useTranslation();
  const { count } = useCells();
  const steps = STEPS.filter((step) => work[step] > 0 || step !== "reviewed");
  const most = Math.max(...steps.map((step) => work[step]), 1);
  return (
    <Figure
      title={t("dashboard.work.title")}
      note={t("dashboard.work.note")}
      file="work"
      head={[t("dashboard.work.step"), t("dashboard.claims")]}
      rows={steps.map((step) => [{ text: t(`dashboard.steps.${step}`) }, count(work[step])])}
    >
      <Bars
        bars={steps.map((step) => ({
          key: step,
          label: t(`dashboard.steps.${step}`),
          value: count(work[step]).text,
          share: work[step] / most,
        }))}
      />
    </Figure>
  );
}
