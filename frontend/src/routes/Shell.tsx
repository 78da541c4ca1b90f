import { lazy, Suspense, useEffect, useState } from "react";
import { Keyboard } from "lucide-react";
import { ActionIcon } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { NavLink, Outlet, useLocation, useNavigate } from "react-router";
import { useMe } from "@/api/me";
import { Bell } from "@/features/notifications/Bell";
import { LoadState } from "@/components/LoadState";
import { keepWordsOf } from "@/components/useKept";
import { useRequiredWords } from "@/components/useRequiredWords";
import { Waiting } from "@/components/Waiting";
import { switchLanguage } from "@/i18n";
import { useKeys } from "@/keyboard/useKeys";
import { AccountMenu } from "./AccountMenu";
import { BrokenPage } from "./BrokenPage";
import { LanguageSwitch } from "./LanguageSwitch";
import { SessionOver } from "./SessionOver";
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
  const personId = me.data?.id;

  useEffect(() => {
    if (language) void switchLanguage(language);
  }, [language]);
  useEffect(() => {
    if (personId !== undefined) keepWordsOf(personId);
  }, [personId]);
  useRequiredWords();
  useKeys([
    { keys: ["?"], does: t("keys.list"), run: () => showKeys(true) },
    { keys: ["G"], does: t("keys.articles"), run: () => void navigate("/") },
    { keys: ["Q"], does: t("keys.queue"), run: () => void navigate("/queue") },
    { keys: ["D"], does: t("keys.dashboard"), run: () => void navigate("/dashboard") },
  ]);

  return (
    <div className={styles.shell}>
      <SessionOver />
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
            className={styles.keys}
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
            <LoadState of={me} />
          </div>
        )}
        {me.data && (
          <BrokenPage place={pathname}>
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

/** The mark of the house, a sieve; the public pages wear it too. */
function Sieve() {
  return (
    <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="14" fill="none" stroke="currentColor" strokeWidth="2.5" />
      {HOLES.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="1.9" fill="currentColor" />
      ))}
    </svg>
  );
}

const HOLES = [
  [11, 11],
  [16, 11],
  [21, 11],
  [11, 16],
  [16, 16],
  [21, 16],
  [16, 21.5],
] as const;
