import { Button, Group } from "@mantine/core";
import { GitCompareArrows } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useState } from "react";
import styles from "./ConflictNote.module.css";
import { WordDiff } from "./WordDiff";

export interface ConflictField {
  label: string;
  theirs: string;
  mine: string;
}

interface ConflictNoteProps {
  fields: readonly ConflictField[];
  onKeepTheirs: () => void;
  onUseMine: () => void;
}

/** Two people changed the same thing: both side by side, and a choice. Nothing is lost by itself. */
export function ConflictNote({ fields, onKeepTheirs, onUseMine }: ConflictNoteProps) {
  const { t } = useTranslation();
  const [isComparing, setComparing] = useState(false);
  const different = fields.filter((field) => field.theirs !== field.mine);
  return (
    <div className={styles.conflict} role="alert">
      <p className={styles.title}>
        <GitCompareArrows size={16} aria-hidden="true" /> {t("conflict.title")}
      </p>
      <table className={styles.fields}>
        <thead>
          <tr>
            <td />
            {isComparing ? (
              <th scope="col">{t("conflict.fromTheirs")}</th>
            ) : (
              <>
                <th scope="col">{t("conflict.theirs")}</th>
                <th scope="col">{t("conflict.mine")}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {different.map((field) => (
            <tr key={field.label}>
              <th scope="row">{field.label}</th>
              {isComparing ? (
                <td>
                  <WordDiff before={field.theirs} after={field.mine} />
                </td>
              ) : (
                <>
                  <td>{field.theirs || "—"}</td>
                  <td>{field.mine || "—"}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Group gap="xs">
        <Button variant="default" onClick={onKeepTheirs}>
          {t("conflict.keepTheirs")}
        </Button>
        <Button onClick={onUseMine}>{t("conflict.useMine")}</Button>
        <Button
          variant="subtle"
          aria-pressed={isComparing}
          onClick={() => setComparing(!isComparing)}
        >
          {t("conflict.compare")}
        </Button>
      </Group>
    </div>
  );
}
