import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ConflictNote } from "@/components/ConflictNote";
import { ProblemNote } from "@/components/ProblemNote";
import { SaveState } from "@/components/SaveState";
import { LANGUAGES } from "@/i18n";
import { problemWords } from "@/i18n/words";
import type { Article } from "@/model/article";
import { isConflict } from "@/model/problem";
import type { DraftFields } from "@/model/publication";
import styles from "./Publication.module.css";
import type { Drafting } from "./useDraft";

interface DraftFormProps {
  article: Article;
  drafting: Drafting;
}

const TEXTS = ["rationale", "one_source_reason", "no_primary_reason"] as const;
const DAYS = ["claim_made_on", "as_of", "recheck_on"] as const;
const ROWS = { rationale: 5, one_source_reason: 2, no_primary_reason: 2 };

/** Headline, rationale, dates and reasons for the public; kept by itself while one types. */
export function DraftForm({ article, drafting }: DraftFormProps) {
  const { t } = useTranslation();
  const { fields, change, saveNow, saving, theirs, error, choose } = drafting;
  const set = (name: keyof DraftFields) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    change({ [name]: value === "" && DAYS.some((day) => day === name) ? null : value });
  };
  return (
    // who leaves a field for the act of publishing publishes what they have just typed
    <div className={styles.form} onBlur={saveNow}>
      <SaveState saving={saving} where="server" />
      <Textarea
        id="draft-headline"
        label={t("draft.headline")}
        description={t("draft.headlineHelp")}
        rows={2}
        value={fields.headline}
        // one line, though it may be longer than the field is wide
        onChange={(event) => change({ headline: event.currentTarget.value.replace(/\s*\n\s*/g, " ") })}
      />
      {TEXTS.map((name) => (
        <Textarea
          key={name}
          id={`draft-${name}`}
          label={t(`draft.${name}`)}
          rows={ROWS[name]}
          value={fields[name]}
          onChange={set(name)}
        />
      ))}
      <div className={styles.trio}>
        <NativeSelect
          id="draft-language"
          label={t("draft.language")}
          value={fields.language}
          onChange={set("language")}
          data={[
            { value: "", label: t("draft.noLanguage") },
            ...LANGUAGES.map((language) => ({
              value: language,
              label: t(`languages.${language}`),
            })),
          ]}
        />
        {DAYS.map((name) => (
          <TextInput
            key={name}
            id={`draft-${name}`}
            type="date"
            label={t(`draft.${name}`)}
            value={fields[name] ?? ""}
            placeholder={article.published_at ?? undefined}
            onChange={set(name)}
          />
        ))}
      </div>
      {theirs && (
        <ConflictNote
          fields={(Object.keys(fields) as (keyof DraftFields)[]).map((name) => ({
            label: t(`draft.${name}`),
            theirs: theirs[name] ?? "",
            mine: fields[name] ?? "",
          }))}
          onKeepTheirs={() => choose(false)}
          onUseMine={() => choose(true)}
        />
      )}
      {error !== null && !isConflict(error) && <ProblemNote>{problemWords(error, t)}</ProblemNote>}
    </div>
  );
}
