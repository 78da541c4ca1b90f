import { useTranslation } from "react-i18next";
import { HoldWords } from "@/components/HoldWords";
import { usePresence } from "@/api/presence";
import { initialsOf } from "@/model/assignment";
import styles from "./PresenceMarks.module.css";

/** Who else has the open claim before them, and who holds it. Mounted, it gives signs of life. */
export function PresenceMarks({ claimId }: { claimId: string | null }) {
  const { t } = useTranslation();
  const presence = usePresence(claimId);
  const others = presence?.looking.filter((looker) => !looker.mine) ?? [];
  const names = others.map((looker) => looker.display_name).join(", ");
  return (
    <div className={styles.marks} role="status" aria-label={t("presence.label")}>
      {others.length > 0 && (
        <span className={styles.looking} title={t("presence.looking", { count: others.length, names })}>
          <span className="visually-hidden">
            {t("presence.looking", { count: others.length, names })}
          </span>
          <span aria-hidden="true" className={styles.circles}>
            {others.map((looker) => (
              <span key={looker.id} className={styles.circle}>
                {initialsOf(looker.display_name)}
              </span>
            ))}
            {t("presence.short", { count: others.length })}
          </span>
        </span>
      )}
      {presence?.holds.map((hold) => (
        <HoldWords key={hold.id} hold={hold} />
      ))}
    </div>
  );
}
