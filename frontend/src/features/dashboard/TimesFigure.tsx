import { useTranslation } from "react-i18next";
import { formatDay } from "@/i18n/format";
import type { DashboardFigures } from "@/model/statistics";
import bars from "./Bars.module.css";
import { Figure } from "./Figure";
import { useCells } from "./useCells";

/** How long a claim waits for its verdict, week by week. */
export function TimesFigure({ times }: { times: DashboardFigures["verdict_times"] }) {
  const { t, i18n } = useTranslation();
  const { count, hours } = useCells();
  const { whole, weeks } = times;
  const longest = Math.max(...weeks.map(({ time }) => time.p90 ?? 0), Number.EPSILON);
  const height = (value: number | null) => ({ blockSize: `${((value ?? 0) / longest) * 100}%` });
  const all = { name: t("dashboard.times.all"), time: whole };
  const named = weeks.map(({ week, time }) => ({ name: formatDay(week, i18n.language), time }));
  return (
    <Figure
      title={t("dashboard.times.title")}
      note={t("dashboard.times.note")}
      file="time-to-verdict"
      head={[
        t("dashboard.times.week"),
        t("dashboard.times.verdicts"),
        t("dashboard.times.median"),
        t("dashboard.times.p90"),
      ]}
      rows={
        whole.verdicts === 0
          ? []
          : [...named, all].map(({ name, time }) => [
              { text: name },
              count(time.verdicts),
              hours(time.median),
              hours(time.p90),
            ])
      }
    >
      <div className={bars.figures}>
        <div>
          <b>{hours(whole.median).text}</b>
          <span>{t("dashboard.times.median")}</span>
        </div>
        <div>
          <b>{hours(whole.p90).text}</b>
          <span>{t("dashboard.times.p90")}</span>
        </div>
        <div>
          <b>{count(whole.verdicts).text}</b>
          <span>{t("dashboard.times.verdicts")}</span>
        </div>
      </div>
      <div className={bars.key}>
        <span>
          <i /> {t("dashboard.times.median")}
        </span>
        <span>
          <i data-light="" /> {t("dashboard.times.p90")}
        </span>
      </div>
      <div className={bars.weeks}>
        {weeks.map(({ week, time }) => (
          <div key={week} className={bars.week}>
            <div className={bars.column}>
              <span className={bars.whole} style={height(time.p90)} />
              <span className={bars.part} style={height(time.median)} />
            </div>
            <small>{dayAndMonth(week, i18n.language)}</small>
          </div>
        ))}
      </div>
    </Figure>
  );
}

/** A Monday without its year. */
function dayAndMonth(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(iso),
  );
}
