import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LANGUAGES } from "@/i18n";
import styles from "./AddArticleDialog.module.css";

/** What a person may say about an article; all optional, empty means unknown. */
export interface Details {
  title: string;
  publisher: string;
  published_at: string;
  language: string;
  canonical_url: string;
}

export const NO_DETAILS: Details = {
  title: "",
  publisher: "",
  published_at: "",
  language: "",
  canonical_url: "",
};

interface ArticleDetailsProps {
  /** Open at first; a page tells them by itself, a bare text doesn't. */
  isOpen: boolean;
  details: Details;
  onChange: (details: Details) => void;
}

/** Title, publisher, date, language and address, where the text alone can't tell. */
export function ArticleDetails({ isOpen, details, onChange }: ArticleDetailsProps) {
  const { t } = useTranslation();
  const set = (name: keyof Details) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...details, [name]: event.currentTarget.value });
  return (
    <details open={isOpen}>
      <summary className={styles.summary}>{t("details.summary")}</summary>
      <div className={styles.details}>
      <TextInput
        className={styles.wide}
        label={t("details.title")}
        value={details.title}
        onChange={set("title")}
      />
      <TextInput
        label={t("details.publisher")}
        value={details.publisher}
        onChange={set("publisher")}
      />
      <TextInput
        type="date"
        label={t("details.published")}
        value={details.published_at}
        onChange={set("published_at")}
      />
      <NativeSelect
        label={t("details.language")}
        value={details.language}
        onChange={set("language")}
        data={[
          { value: "", label: t("details.findLanguage") },
          ...LANGUAGES.map((language) => ({ value: language, label: t(`languages.${language}`) })),
        ]}
      />
      <TextInput
        label={t("details.address")}
        placeholder="https://"
        inputMode="url"
        value={details.canonical_url}
        onChange={set("canonical_url")}
      />
      </div>
    </details>
  );
}
