import { useTranslation } from "react-i18next";
import { formatMoment } from "@/i18n/format";
import { workbenchOf } from "@/model/claimLink";
import type { DashboardFigures } from "@/model/statistics";
import { Figure } from "./Figure";

/** Assignments past their due time, each leading to its claim. */
export function OverdueFigure({ overdue }: { overdue: DashboardFigures["overdue"] }) {
  const { t, i18n } = useTranslation();
  const isCut = overdue.total > overdue.results.length;
  return (
    <Figure
      title={t("dashboard.overdue.title", { count: overdue.total })}
      {...(isCut && { note: t("dashboard.overdue.cut", { count: overdue.results.length }) })}
      file="overdue"
      head={[t("dashboard.overdue.claim"), t("dashboard.overdue.who"), t("dashboard.overdue.due")]}
      rows={overdue.results.map(({ claim, reviewer, due_at }) => [
        { text: claim.text, to: workbenchOf(claim) },
        { text: reviewer.display_name },
        { text: formatMoment(due_at, i18n.language), raw: due_at },
      ])}
    />
  );
}
