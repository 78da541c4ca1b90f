import { useTranslation } from "react-i18next";
import type { Annotation, Evidence, Source } from "@/model/review";
import { STANCE_ICONS } from "./stanceIcons";
import styles from "./VerdictPanel.module.css";

interface Citation {
  by: string;
  evidence: Evidence;
}

/** Each source of all reviews once, with who cites it and what they say it does to the claim. */
export function MergedSources({ reviews }: { reviews: readonly Annotation[] }) {
  const { t } = useTranslation();
  const sources = mergedFrom(reviews);
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="merged-sources">
      <h3 id="merged-sources" className={styles.heading}>
        {t("verdict.sources", { count: sources.length })}
      </h3>
      <ol className={styles.merged}>
        {sources.map(({ source, citations }) => (
          <li key={source.id}>
            <SourceName source={source} />{" "}
            <span className={styles.cited}>
              {citations.map(({ by, evidence }) => (
                <Cited key={evidence.id} by={by} evidence={evidence} />
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function SourceName({ source }: { source: Source }) {
  const { t } = useTranslation();
  const name = [source.title || source.url || t("source.untitled"), source.publisher];
  const words = name.filter(Boolean).join(", ");
  if (!source.url) return <span>{words}</span>;
  return (
    <a href={source.url} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}

function Cited({ by, evidence }: Citation) {
  const { t } = useTranslation();
  const Icon = evidence.stance ? STANCE_ICONS[evidence.stance] : null;
  const stance = evidence.stance ? t(`stances.${evidence.stance}`) : t("evidence.noStance");
  return (
    <span>
      {by}: {Icon && <Icon size={14} aria-hidden="true" />} {stance}
      {evidence.is_primary && `, ${t("evidence.isPrimary")}`}
    </span>
  );
}

/** Give each source once, in the order in which the reviews name them. */
function mergedFrom(reviews: readonly Annotation[]) {
  const merged = new Map<string, { source: Source; citations: Citation[] }>();
  for (const { author, evidence } of reviews) {
    for (const one of evidence) {
      const entry = merged.get(one.source.id) ?? { source: one.source, citations: [] };
      entry.citations.push({ by: author.display_name, evidence: one });
      merged.set(one.source.id, entry);
    }
  }
  return [...merged.values()];
}
