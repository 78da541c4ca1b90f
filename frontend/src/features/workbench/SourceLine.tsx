import type { ReactNode } from "react";
import { useState } from "react";
import { ActionIcon, Button } from "@mantine/core";
import { Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSource } from "@/api/sources";
import { formatDay } from "@/i18n/format";
import type { Source } from "@/model/review";
import { CopyState } from "./CopyState";
import { LinkFlag } from "./LinkFlag";
import { DescribeSourceDialog } from "./DescribeSourceDialog";
import styles from "./SourceLine.module.css";

interface SourceLineProps {
  source: Source;
  claimId: string;
  /** Further acts on the source as it stands now. */
  acts?: (source: Source) => ReactNode;
}

/** A source with title, publisher, date and the state of its archived copy. */
export function SourceLine({ source: known, claimId, acts }: SourceLineProps) {
  const { t, i18n } = useTranslation();
  const source = useSource(known).data;
  const [isDescribing, setDescribing] = useState(false);
  // without an address it is the date that tells which document is meant
  const isBare = !source.title || !source.publisher || !(source.url || source.published_on);
  const about = [source.publisher, formatDay(source.published_on, i18n.language)];
  return (
    <div className={styles.source}>
      <div className={styles.line}>
        <SourceTitle source={source} />
        <ActionIcon
          aria-label={t("source.describe")}
          title={t("source.describe")}
          onClick={() => setDescribing(true)}
        >
          <Pencil size={15} aria-hidden="true" />
        </ActionIcon>
      </div>
      <span className={styles.about}>{about.filter(Boolean).join(" · ")}</span>
      {!source.url && <span className={styles.about}>{t("source.noAddress")}</span>}
      <LinkFlag link={source.link} />
      <CopyState source={source} claimId={claimId} />
      <div className={styles.acts}>
        {isBare && (
          <Button variant="light" data-completes onClick={() => setDescribing(true)}>
            {t("source.complete")}
          </Button>
        )}
        {acts?.(source)}
      </div>
      {isDescribing && (
        <DescribeSourceDialog
          source={source}
          claimId={claimId}
          onClose={() => setDescribing(false)}
        />
      )}
    </div>
  );
}

/** A document that came by file has no page to open: there its copy opens. */
function SourceTitle({ source }: { source: Source }) {
  const { t } = useTranslation();
  const title = source.title || source.url || t("source.untitled");
  return source.url ? (
    <a className={styles.title} href={source.url} target="_blank" rel="noreferrer">
      {title}
    </a>
  ) : (
    <span className={styles.title}>{title}</span>
  );
}
