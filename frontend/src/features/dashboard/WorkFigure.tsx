import { useTranslation } from "react-i18next";
import { STEPS, type WorkInHand } from "@/model/statistics";
import { Bars } from "./Bars";
import { Figure } from "./Figure";
import { useCells } from "./useCells";

/** The queue's mode that lists what waits at a step; what is published isn't in the queue. */
const MODE_OF: Readonly<Record<(typeof STEPS)[number], string>> = {
  proposed: "triage",
  unreviewed: "first",
  second_review: "second",
  reviewed: "decide",
  agreed: "decide",
  disputed: "decide",
  settled: "publish",
  published: "",
};

interface WorkFigureProps {
  work: WorkInHand;
  /** The language counted; empty for all. */
  language: string;
}

/** How many claims wait at which step, and the way to them. */
export function WorkFigure({ work, language }: WorkFigureProps) {
  const { t } = useTranslation();
  const { count } = useCells();
  const steps = STEPS.filter((step) => work[step] > 0 || step !== "reviewed");
  const queueAt = (step: (typeof STEPS)[number]) => {
    const asked = new URLSearchParams({ mode: MODE_OF[step], ...(language && { language }) });
    return MODE_OF[step] ? `/queue?${asked}` : undefined;
  };
  const most = Math.max(...steps.map((step) => work[step]), 1);
  return (
    <Figure
      title={t("dashboard.work.title")}
      note={t("dashboard.work.note")}
      file="work"
      head={[t("dashboard.work.step"), t("dashboard.claims")]}
      rows={steps.map((step) => [
        { text: t(`dashboard.steps.${step}`), to: queueAt(step) },
        count(work[step]),
      ])}
    >
      <Bars
        bars={steps.map((step) => ({
          key: step,
          label: t(`dashboard.steps.${step}`),
          to: queueAt(step),
          value: count(work[step]).text,
          share: work[step] / most,
        }))}
      />
    </Figure>
  );
}
