import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** What a source is called, who published it and when; empty means unknown. */
export interface SourceAbout {
  title: string;
  publisher: string;
  published_on: string;
}

interface SourceFieldsProps {
  about: SourceAbout;
  /** What it will be called where no title is given. */
  titleHint?: string | undefined;
  /** The dialog begins with them. */
  isFirst?: boolean;
  onChange: (about: SourceAbout) => void;
}

/** The fields that tell of a source, the same wherever it is described. */
export function SourceFields({ about, titleHint, isFirst, onChange }: SourceFieldsProps) {
  const { t } = useTranslation();
  const set = (name: keyof SourceAbout) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...about, [name]: event.currentTarget.value });
  return (
    <>
      <TextInput
        label={t("details.title")}
        placeholder={titleHint}
        data-autofocus={isFirst || undefined}
        value={about.title}
        onChange={set("title")}
      />
      <TextInput
        label={t("details.publisher")}
        value={about.publisher}
        onChange={set("publisher")}
      />
      <TextInput
        type="date"
        label={t("details.published")}
        value={about.published_on}
        onChange={set("published_on")}
      />
    </>
  );
}
