import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAgreement, useDashboard } from "@/api/statistics";
import { LoadState } from "@/components/LoadState";
import { AgreementFigures } from "./AgreementFigures";
import { BalanceFigure } from "./BalanceFigure";
import styles from "./DashboardScreen.module.css";
import { OverdueFigure } from "./OverdueFigure";
import { PeriodFilter } from "./PeriodFilter";
import { SourceFigures } from "./SourceFigures";
import { TimesFigure } from "./TimesFigure";
import { usePeriod } from "./usePeriod";
import { WorkFigure } from "./WorkFigure";

/** The desk at a glance: every chart with its table. */
export default function DashboardScreen() {
  const { t } = useTranslation();
  const [period, setPeriod] = usePeriod();
  const dashboard = useDashboard(period);
  const agreement = useAgreement(period);
  return (
    <div className={styles.screen}>
      <h1>{t("dashboard.title")}</h1>
      <PeriodFilter period={period} onChange={setPeriod} />
      <div className={styles.figures}>
        <Loaded query={dashboard}>
          {(figures) => (
            <>
              <WorkFigure work={figures.work} language={period.language} />
              <TimesFigure times={figures.verdict_times} />
              <OverdueFigure overdue={figures.overdue} />
            </>
          )}
        </Loaded>
        <Loaded query={agreement}>{(found) => <AgreementFigures agreement={found} />}</Loaded>
        <Loaded query={dashboard}>
          {(figures) => (
            <>
              <BalanceFigure
                title={t("dashboard.balance.speakers")}
                note={t("dashboard.balance.note")}
                file="balance-of-speakers"
                who={t("dashboard.balance.speaker")}
                rows={figures.balance.speakers}
              />
              <BalanceFigure
                title={t("dashboard.balance.parties")}
                note={t("dashboard.balance.partiesNote")}
                file="balance-of-parties"
                who={t("dashboard.balance.party")}
                rows={figures.balance.parties}
              />
              <SourceFigures figures={figures} />
            </>
          )}
        </Loaded>
      </div>
    </div>
  );
}

interface LoadedProps<Answer> {
  query: UseQueryResult<Answer>;
  children: (answer: Answer) => ReactNode;
}

/** What an answer shows, or that it is on its way, or why it didn't come. */
function Loaded<Answer>({ query, children }: LoadedProps<Answer>) {
  return query.data ? children(query.data) : <LoadState of={query} />;
}
