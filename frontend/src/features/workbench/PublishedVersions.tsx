import { useTranslation } from "react-i18next";
import { useRatings } from "@/api/ratings";
import { formatMoment } from "@/i18n/format";
import type { PublishedVersion } from "@/model/publication";
import { ratingName } from "@/model/rating";
import styles from "./Publication.module.css";

/** Every published version with its notice, newest first. */
export function PublishedVersions({ versions }: { versions: readonly PublishedVersion[] }) {
  const { t, i18n } = useTranslation();
  const ratings = useRatings();
  if (versions.length === 0) return null;
  const name = (key: string) => {
    const rating = ratings.find((other) => other.key === key);
    return rating ? ratingName(rating, i18n.language) : key;
  };
  return (
    <div>
      <h3>{t("publication.versions")}</h3>
      <ol className={styles.versions}>
        {versions.map((version) => (
          <li key={version.version}>
            <p>
              v{version.version} · {t(`publication.acts.${version.act}`)}
              {version.severity && ` (${t(`severities.${version.severity}`)})`} ·{" "}
              {name(version.rating)}
            </p>
            <p>{version.headline}</p>
            {version.notice && <p>{version.notice}</p>}
            <p className={styles.about}>{formatMoment(version.created_at, i18n.language)}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
