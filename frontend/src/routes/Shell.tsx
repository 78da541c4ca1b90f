import { lazy, Suspense, useEffect, useState } from "react";
import { Keyboard } from "lucide-react";
import { ActionIcon } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { NavLink, Outlet, useLocation, useNavigate } from "react-router";
import { useMe } from "@/api/me";
import { Bell } from "@/features/notifications/Bell";
import { ProblemNote } from "@/components/ProblemNote";
import { Waiting } from "@/components/Waiting";
import { switchLanguage } from "@/i18n";
import { problemWords } from "@/i18n/words";
import { useKeys } from "@/keyboard/useKeys";
import { AccountMenu } from "./AccountMenu";
import { BrokenPage } from "./BrokenPage";
import { LanguageSwitch } from "./LanguageSwitch";
import { ThemeSwitch } from "./ThemeSwitch";
import styles from "./Shell.module.css";

const KeyList = lazy(() => import("./KeyList"));

/** What every screen has around it: name, places, language, theme, account, keys. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [keysShown, showKeys] = useState(false);
  const language = me.data?.interface_language;

  useEffect(() => {
    if (language) void switchLanguage(language);
  }, [language]);
  useKeys([
    { keys: ["?"], does: t("keys.list"), run: () => showKeys(true) },
    { keys: ["G"], does: t("keys.articles"), run: () => void navigate("/") },
    { keys: ["Q"], does: t("keys.queue"), run: () => void navigate("/queue") },
    { keys: ["D"], does: t("keys.dashboard"), run: () => void navigate("/dashboard") },
  ]);

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#screen">
        {t("shell.skip")}
      </a>
      <header className={styles.header}>
        <NavLink to="/" className={styles.brand} aria-label={t("shell.home")}>
          <Sieve /> Vaglio
        </NavLink>
        <nav className={styles.places} aria-label={t("shell.places")}>
          <NavLink to="/" end>
            {t("shell.articles")}
          </NavLink>
          <NavLink to="/queue">{t("shell.queue")}</NavLink>
          <NavLink to="/dashboard">{t("shell.dashboard")}</NavLink>
        </nav>
        <div className={styles.tools}>
          {me.data && <Bell />}
          <ActionIcon
            aria-label={t("keys.list")}
            title={`${t("keys.list")} (?)`}
            aria-keyshortcuts="?"
            onClick={() => showKeys(true)}
          >
            <Keyboard size={18} aria-hidden="true" />
          </ActionIcon>
          <LanguageSwitch />
          <ThemeSwitch />
          {me.data && <AccountMenu me={me.data} />}
        </div>
      </header>
      <main id="screen" className={styles.screen} tabIndex={-1}>
        {me.isPending && <Waiting />}
        {me.isError && (
          <div className={styles.problem}>
            <ProblemNote onRetry={() => void me.refetch()} isRetrying={me.isFetching}>
              {problemWords(me.error, t)}
            </ProblemNote>
          </div>
        )}
        {me.data && (
          <BrokenPage key={pathname}>
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </BrokenPage>
        )}
      </main>
      {keysShown && (
        <Suspense>
          <KeyList onClose={() => showKeys(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** The mark of the house: a sieve. */
function Sieve() {
  return (
    <svg width="22" height="22" viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d="M3 7h18l-3 10H6L3 7Z" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
      <path
        d="M9 11h.01M12 11h.01M15 11h.01M10.5 14h.01M13.5 14h.01M12 20v1"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
