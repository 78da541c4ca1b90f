import { useTranslation } from "react-i18next";
import { formatMoment } from "@/i18n/format";
import type { DashboardFigures } from "@/model/statistics";
import { Bars } from "./Bars";
import { Figure } from "./Figure";
import { useCells } from "./useCells";

/** Sources in trouble, the sources cited most, and their publishers. */
export function SourceFigures({ figures }: { figures: DashboardFigures }) {
  return (
    <>
      <FailingFigure sources={figures.failing_sources} />
      <CitedFigure sources={figures.cited_sources} />
      <PublishersFigure publishers={figures.cited_publishers} />
    </>
  );
}

function FailingFigure({ sources }: { sources: DashboardFigures["failing_sources"] }) {
  const { t, i18n } = useTranslation();
  const { count } = useCells();
  return (
    <Figure
      title={t("dashboard.failing.title")}
      note={t("dashboard.failing.note")}
      file="failing-sources"
      head={[
        t("dashboard.failing.source"),
        t("dashboard.failing.state"),
        t("dashboard.failing.checked"),
        t("dashboard.claims"),
        t("dashboard.balance.published"),
      ]}
      rows={sources.map(({ title, url, link, claims, published }) => [
        { text: title || url, href: url },
        { text: t(`links.${link.state}`) },
        { text: formatMoment(link.checked_at, i18n.language), raw: link.checked_at },
        count(claims),
        count(published),
      ])}
    />
  );
}

function CitedFigure({ sources }: { sources: DashboardFigures["cited_sources"] }) {
  const { t } = useTranslation();
  const { count } = useCells();
  const most = Math.max(...sources.map((source) => source.citations), 1);
  return (
    <Figure
      title={t("dashboard.cited.title")}
      file="cited-sources"
      head={[
        t("dashboard.failing.source"),
        t("dashboard.publishers.publisher"),
        t("dashboard.cited.citations"),
        t("dashboard.claims"),
      ]}
      rows={sources.map(({ title, url, publisher, citations, claims }) => [
        { text: title || url, href: url },
        { text: publisher },
        count(citations),
        count(claims),
      ])}
    >
      <Bars
        bars={sources.map((source) => ({
          key: source.id,
          label: source.title || source.url,
          value: count(source.citations).text,
          share: source.citations / most,
        }))}
      />
    </Figure>
  );
}

function PublishersFigure({ publishers }: { publishers: DashboardFigures["cited_publishers"] }) {
  const { t } = useTranslation();
  const { count } = useCells();
  const most = Math.max(...publishers.map((row) => row.citations), 1);
  return (
    <Figure
      title={t("dashboard.publishers.title")}
      file="cited-publishers"
      head={[
        t("dashboard.publishers.publisher"),
        t("dashboard.publishers.sources"),
        t("dashboard.cited.citations"),
        t("dashboard.claims"),
      ]}
      rows={publishers.map(({ publisher, sources, citations, claims }) => [
        { text: publisher },
        count(sources),
        count(citations),
        count(claims),
      ])}
    >
      <Bars
        bars={publishers.map((row) => ({
          key: row.publisher,
          label: row.publisher,
          value: count(row.citations).text,
          share: row.citations / most,
        }))}
      />
    </Figure>
  );
}
