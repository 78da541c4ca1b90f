import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { LOGIN } from "@/api/client";
import { useReadMe } from "@/api/me";
import { noteReturn, useIsSessionOver } from "@/api/session";
import { ProblemNote } from "@/components/ProblemNote";
import styles from "./SessionOver.module.css";

/**
 * Tells that the session has ended, and leaves all that was typed where it is.
 *
 * Logging in goes by another window; whoever comes back from there goes on here.
 */
export function SessionOver() {
  return useIsSessionOver() ? <LogInAgain /> : null;
}

function LogInAgain() {
  const { t } = useTranslation();
  useGoOnOnReturn();
  return (
    <div className={styles.over}>
      <ProblemNote>
        {t("session.over")}{" "}
        <a href={LOGIN + encodeURIComponent("/desk/")} target="_blank" rel="noreferrer">
          {t("session.logIn")}
          <span className="visually-hidden"> ({t("earlier.newTab")})</span>
        </a>
      </ProblemNote>
    </div>
  );
}

/** Ask who is there whenever this window is looked at again. */
function useGoOnOnReturn(): void {
  const client = useQueryClient();
  const { known, readMe } = useReadMe();
  useEffect(() => {
    const look = async () => {
      const now = await readMe().catch(() => null);
      if (!now) return;
      // somebody else's page would show, and send, what isn't theirs
      if (now.id !== known?.id) window.location.reload();
      else {
        noteReturn();
        await client.invalidateQueries();
      }
    };
    const again = () => void look();
    window.addEventListener("focus", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      window.removeEventListener("focus", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, [client, known?.id, readMe]);
}
