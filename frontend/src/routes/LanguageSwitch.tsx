import { useTranslation } from "react-i18next";
import { useChangeLanguage } from "@/api/me";
import { tellProblem } from "@/components/tell";
import { LANGUAGES, switchLanguage } from "@/i18n";
import type { ArticleLanguage } from "@/model/article";
import styles from "./Switches.module.css";

/** The interface's language; kept with the person, so that it is there on every machine. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const change = useChangeLanguage();
  const choose = (language: ArticleLanguage) => {
    void switchLanguage(language);
    change.mutate(language, { onError: (error) => tellProblem(error, t) });
  };
  return (
    <div className={styles.choice} role="group" aria-label={t("shell.language")}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          aria-pressed={i18n.language === language}
          onClick={() => choose(language)}
        >
          {language.toUpperCase()}
          <span className="visually-hidden">: {t(`languages.${language}`)}</span>
        </button>
      ))}
    </div>
  );
}
