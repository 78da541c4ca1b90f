import { useTranslation } from "react-i18next";
import { useRatings } from "@/api/ratings";
import { type Rating, ratingName, toneOf } from "@/model/rating";
import type { Balance } from "@/model/statistics";
import { Bars } from "./Bars";
import bars from "./Bars.module.css";
import { Figure } from "./Figure";
import { useCells } from "./useCells";

interface BalanceFigureProps {
  title: string;
  note: string;
  file: string;
  who: string;
  rows: Balance[];
}

/** Whose claims are checked, against whose are seen, and how they come out. */
export function BalanceFigure({ title, note, file, who, rows }: BalanceFigureProps) {
  const { t, i18n } = useTranslation();
  const { count } = useCells();
  const scale = useRatings();
  const given = scale.filter((rating) => rows.some((row) => row.ratings[rating.key]));
  // two ratings may share a tone: the second one is hatched, in the key and in the bars
  const isHatched = (rating: Rating) =>
    given.findIndex((other) => toneOf(other.colour) === toneOf(rating.colour)) < given.indexOf(rating);
  const most = Math.max(...rows.filter((row) => row.name).map((row) => row.seen), 1);
  // what nobody is named for is most of an article: it would dwarf all others on their scale
  const named = rows.map((row) => ({
    ...row,
    name: row.name || t("dashboard.balance.nobody"),
    longest: row.name ? most : Math.max(row.seen, 1),
  }));
  return (
    <Figure
      title={title}
      note={note}
      file={file}
      head={[
        who,
        t("dashboard.balance.seen"),
        t("dashboard.balance.accepted"),
        t("dashboard.balance.checked"),
        t("dashboard.balance.published"),
        ...given.map((rating) => ratingName(rating, i18n.language)),
      ]}
      rows={named.map((row) => [
        { text: row.name },
        count(row.seen),
        count(row.accepted),
        count(row.checked),
        count(row.published),
        ...given.map((rating) => count(row.ratings[rating.key] ?? 0)),
      ])}
    >
      <div className={bars.key}>
        <span>
          <i /> {t("dashboard.balance.checked")}
        </span>
        <span>
          <i data-light="" /> {t("dashboard.balance.seen")}
        </span>
        {given.map((rating) => (
          <span key={rating.key} data-tone={toneOf(rating.colour)}>
            <i data-hatched={isHatched(rating) || undefined} /> {ratingName(rating, i18n.language)}
          </span>
        ))}
      </div>
      <Bars
        bars={named.map((row) => ({
          key: row.name,
          label: row.name,
          value: t("dashboard.balance.of", { checked: row.checked, seen: row.seen }),
          share: row.seen / row.longest,
          part: row.checked / row.longest,
          below: row.published > 0 && (
            <div className={bars.mix} style={{ inlineSize: `${(row.published / row.longest) * 100}%` }}>
              {given
                .filter((rating) => row.ratings[rating.key])
                .map((rating) => (
                  <span
                    key={rating.key}
                    data-tone={toneOf(rating.colour)}
                    data-hatched={isHatched(rating) || undefined}
                    style={{ flexGrow: row.ratings[rating.key] }}
                  />
                ))}
            </div>
          ),
        }))}
      />
    </Figure>
  );
}
