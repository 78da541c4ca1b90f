import { useTranslation } from "react-i18next";
import { useClaimHistory } from "@/api/claims";
import { Dialog } from "@/components/Dialog";
import { ProblemNote } from "@/components/ProblemNote";
import { Waiting } from "@/components/Waiting";
import { formatMoment } from "@/i18n/format";
import { problemWords, wordsFor } from "@/i18n/words";
import type { Claim, HistoryEntry } from "@/model/claim";
import styles from "./OpenClaim.module.css";

const QUIET = new Set(["version", "updated_at", "created_at"]);

/** Who changed a claim, when, and each change as before and after. */
export function HistoryDialog({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const { t } = useTranslation();
  const history = useClaimHistory(claim.id, claim.version);
  return (
    <Dialog title={t("claim.history")} size="lg" onClose={onClose}>
      {history.isPending && <Waiting />}
      {history.isError && <ProblemNote>{problemWords(history.error, t)}</ProblemNote>}
      <ol className={styles.history}>
        {history.data?.results.map((entry) => (
          <Entry key={`${entry.at}${entry.act}`} entry={entry} />
        ))}
      </ol>
    </Dialog>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { t, i18n } = useTranslation();
  const changes = Object.entries(entry.changes).filter(([field]) => !QUIET.has(field));
  return (
    <li>
      <p className={styles.when}>
        {formatMoment(entry.at, i18n.language)} · {entry.by ?? t("history.machine")}
      </p>
      {entry.act === "insert" ? (
        <p>{t("history.made")}</p>
      ) : (
        changes.map(([field, [before, after]]) => (
          <div key={field} className={styles.change}>
            <span>{wordsFor("history.fields", field, field)}</span>
            <span>
              <del>{inWords(before)}</del> → <ins>{inWords(after)}</ins>
            </span>
          </div>
        ))
      )}
    </li>
  );
}

/** A field's value as people read it. */
function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "—";
  if (typeof value !== "string") return JSON.stringify(value);
  return wordsFor("reviewStates", value, wordsFor("dismissals", value, value));
}
