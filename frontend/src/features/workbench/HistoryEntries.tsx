import { useTranslation } from "react-i18next";
import { useRatings } from "@/api/ratings";
import { WordDiff } from "@/components/WordDiff";
import { formatMoment } from "@/i18n/format";
import { wordsFor } from "@/i18n/words";
import type { HistoryEntry } from "@/model/history";
import { ratingName } from "@/model/rating";
import styles from "./History.module.css";

const QUIET = new Set(["version", "updated_at", "created_at"]);
/** Fields of running text, compared word by word. */
const WORDS = new Set(["text", "rationale", "excerpt", "note", "reason"]);
/** Rooms of the interface's texts in which a value may have its name. */
const NAMES = ["reviewStates", "dismissals", "stances", "kinds", "history.methods"];

/** The changes of one thing, oldest first: when, by whom, and what became of each field. */
export function HistoryEntries({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <ol className={styles.entries}>
      {entries.map((entry, index) => (
        <Entry key={`${entry.at}${entry.act}${index}`} entry={entry} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { t, i18n } = useTranslation();
  const changes = Object.entries(entry.changes).filter(([field]) => !QUIET.has(field));
  return (
    <li>
      <p className={styles.when}>
        <time dateTime={entry.at}>{formatMoment(entry.at, i18n.language)}</time> ·{" "}
        {entry.by ?? t("history.machine")} · {t(`history.acts.${entry.act}`)}
      </p>
      {changes.length > 0 && (
        <dl className={styles.changes}>
          {changes.map(([field, [before, after]]) => (
            <div key={field}>
              <dt>{wordsFor("history.fields", field, field)}</dt>
              <dd>
                <Change field={field} before={before} after={after} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

interface ChangeProps {
  field: string;
  before: unknown;
  after: unknown;
}

function Change({ field, before, after }: ChangeProps) {
  const { t, i18n } = useTranslation();
  const ratings = useRatings();
  if (WORDS.has(field)) return <WordDiff before={asText(before)} after={asText(after)} />;
  const inWords = (value: unknown) => {
    const rating = field === "rating" && ratings.find((other) => other.key === value);
    if (rating) return ratingName(rating, i18n.language);
    if (typeof value === "boolean") return t(value ? "history.yes" : "history.no");
    if (field.endsWith("_at") && typeof value === "string") return formatMoment(value, i18n.language);
    return NAMES.reduce((words, room) => wordsFor(room, words, words), asText(value));
  };
  if (before === after) return <>{inWords(after)}</>;
  return <WordDiff before={inWords(before)} after={inWords(after)} />;
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
