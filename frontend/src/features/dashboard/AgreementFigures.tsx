import { useTranslation } from "react-i18next";
import type { AgreementFigures as Figures, DeskAgreement } from "@/model/statistics";
import { Bars } from "./Bars";
import bars from "./Bars.module.css";
import { Figure } from "./Figure";
import { useCells } from "./useCells";

/** How far reviewers agree: the desk with its languages, then pair by pair. */
export function AgreementFigures({ agreement }: { agreement: DeskAgreement }) {
  return (
    <>
      <DeskFigure agreement={agreement} />
      <PairsFigure pairs={agreement.pairs} />
    </>
  );
}

function DeskFigure({ agreement: { desk, languages } }: { agreement: DeskAgreement }) {
  const { t } = useTranslation();
  const { count, figure, share } = useCells();
  const named = [
    ...languages.map(({ language, agreement }) => ({
      name: t(`languages.${language}`),
      agreement,
    })),
    { name: t("dashboard.agreement.desk"), agreement: desk },
  ];
  return (
    <Figure
      title={t("dashboard.agreement.title")}
      note={t("dashboard.agreement.note")}
      file="agreement"
      head={[
        t("dashboard.agreement.over"),
        t("dashboard.claims"),
        t("dashboard.agreement.alpha"),
        t("dashboard.agreement.low"),
        t("dashboard.agreement.high"),
        t("dashboard.agreement.nominal"),
        t("dashboard.agreement.alike"),
      ]}
      rows={
        desk.claims === 0
          ? []
          : named.map(({ name, agreement }) => [
              { text: name },
              count(agreement.claims),
              figure(agreement.alpha),
              figure(agreement.interval?.low ?? null),
              figure(agreement.interval?.high ?? null),
              figure(agreement.alpha_nominal),
              share(agreement.alike),
            ])
      }
    >
      <div className={bars.figures}>
        <div>
          <b>{figure(desk.alpha).text}</b>
          <span>{t("dashboard.agreement.alpha")}</span>
        </div>
        <div>
          <b>{share(desk.alike).text}</b>
          <span>{t("dashboard.agreement.alike")}</span>
        </div>
        <div>
          <b>{count(desk.claims).text}</b>
          <span>{t("dashboard.claims")}</span>
        </div>
      </div>
      {named.map(({ name, agreement }) => (
        <Scale key={name} name={name} figures={agreement} />
      ))}
    </Figure>
  );
}

/** Alpha on a line from 0 to 1, with its interval. */
function Scale({ name, figures }: { name: string; figures: Figures }) {
  const { figure } = useCells();
  const { alpha, interval } = figures;
  const place = (value: number) => `${Math.min(Math.max(value, 0), 1) * 100}%`;
  return (
    <div>
      <div className={bars.figures} style={{ justifyContent: "space-between", margin: 0 }}>
        <span>{name}</span>
        <span>
          {figure(alpha).text}
          {interval && ` (${figure(interval.low).text}–${figure(interval.high).text})`}
        </span>
      </div>
      <div className={bars.scale}>
        {interval && (
          <span
            className={bars.range}
            style={{
              insetInlineStart: place(interval.low),
              insetInlineEnd: `calc(100% - ${place(interval.high)})`,
            }}
          />
        )}
        {alpha !== null && (
          <span className={bars.point} style={{ insetInlineStart: `calc(${place(alpha)} - 2px)` }} />
        )}
      </div>
    </div>
  );
}

function PairsFigure({ pairs }: { pairs: DeskAgreement["pairs"] }) {
  const { t } = useTranslation();
  const { count, figure, share } = useCells();
  const named = pairs.map((pair) => ({
    ...pair,
    name: `${pair.first.display_name}, ${pair.second.display_name}`,
    key: `${pair.first.id} ${pair.second.id}`,
  }));
  return (
    <Figure
      title={t("dashboard.pairs.title")}
      note={t("dashboard.pairs.note")}
      file="agreement-of-pairs"
      head={[
        t("dashboard.pairs.pair"),
        t("dashboard.claims"),
        t("dashboard.pairs.kappa"),
        t("dashboard.agreement.alpha"),
        t("dashboard.agreement.alike"),
      ]}
      rows={named.map((pair) => [
        { text: pair.name },
        count(pair.claims),
        figure(pair.kappa),
        figure(pair.alpha),
        share(pair.alike),
      ])}
    >
      <Bars
        bars={named.map((pair) => ({
          key: pair.key,
          label: pair.name,
          value: `κ ${figure(pair.kappa).text} · ${t("dashboard.countedClaims", { count: pair.claims })}`,
          share: pair.kappa ?? 0,
        }))}
      />
    </Figure>
  );
}
