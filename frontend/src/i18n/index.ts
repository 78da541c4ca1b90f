import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { ArticleLanguage } from "@/model/article";

export const LANGUAGES: readonly ArticleLanguage[] = ["it", "en"];

const loaders = {
  it: () => import("./it.json"),
  en: () => import("./en.json"),
};

/** The language that the page was served in, until the person's own is known. */
export function pageLanguage(): ArticleLanguage {
  return document.documentElement.lang.startsWith("en") ? "en" : "it";
}

/** Get the texts ready in one language. */
export async function startI18n(language: ArticleLanguage): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: (await loaders[language]()).default } },
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  });
  document.documentElement.lang = language;
}

/** Change the interface's language; the texts come with the first use. */
export async function switchLanguage(language: ArticleLanguage): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation")) {
    const texts = (await loaders[language]()).default;
    i18next.addResourceBundle(language, "translation", texts);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  tellServer(language);
}

const YEAR_S = 31_536_000;

/** Admin panel, account pages and API go by Django's cookie first: they speak what the desk does. */
function tellServer(language: ArticleLanguage): void {
  document.cookie = `django_language=${language}; path=/; max-age=${YEAR_S}; samesite=lax`;
}
