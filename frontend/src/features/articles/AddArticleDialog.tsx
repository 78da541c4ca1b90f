import { FileInput, Tabs, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type NewArticle, useAddArticle } from "@/api/articles";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { tell } from "@/components/tell";
import { useKept } from "@/components/useKept";
import { useOnce } from "@/components/useOnce";
import styles from "./AddArticleDialog.module.css";
import { ArticleDetails, type Details, NO_DETAILS } from "./ArticleDetails";

const ROADS = ["url", "text", "file"] as const;
type Road = (typeof ROADS)[number];

/** What is filled in, but for a file: the window can't keep one. */
interface Filled {
  road: Road;
  url: string;
  text: string;
  details: Details;
}

const NOTHING: Filled = { road: "url", url: "", text: "", details: NO_DETAILS };

/** Add an article by address, as text, or from a file. */
export function AddArticleDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const add = useAddArticle();
  const kept = useKept("new-article", NOTHING);
  const { road, url, text, details } = kept.given;
  const fill = (change: Partial<Filled>) => kept.setGiven({ ...kept.given, ...change });
  const [file, setFile] = useState<File | null>(null);

  const isReady = { url: url.trim() !== "", text: text.trim() !== "", file: file !== null }[road];
  const choose = (value: string | null) => {
    fill({ road: ROADS.find((known) => known === value) ?? "url" });
    add.reset();
  };
  const submit = useOnce(async () => {
    if (!isReady) return;
    const article = await add.mutateAsync(articleOf(road, { url, text, file }, details)).catch(() => null);
    if (!article) return;
    kept.forget();
    tell(t("articles.added"));
    onClose();
    void navigate(`/articles/${article.id}`);
  });

  return (
    <Dialog title={t("articles.add")} size="lg" onClose={onClose}>
      <ModForm className={styles.form} onSubmit={() => void submit()}>
        <Tabs value={road} onChange={choose}>
          <Tabs.List aria-label={t("articles.road.label")}>
            {ROADS.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`articles.road.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="url" className={styles.panel}>
            <TextInput
              label={t("articles.url")}
              description={t("articles.urlHelp")}
              placeholder="https://"
              inputMode="url"
              data-autofocus={road === "url" || undefined}
              value={url}
              onChange={(event) => fill({ url: event.currentTarget.value })}
            />
          </Tabs.Panel>
          <Tabs.Panel value="text" className={styles.panel}>
            <Textarea
              label={t("articles.text")}
              rows={10}
              data-autofocus={road === "text" || undefined}
              value={text}
              onChange={(event) => fill({ text: event.currentTarget.value })}
            />
          </Tabs.Panel>
          <Tabs.Panel value="file" className={styles.panel}>
            <FileInput
              label={t("articles.file")}
              description={t("articles.fileHelp")}
              placeholder={t("articles.chooseFile")}
              accept=".txt,.html,.htm,text/plain,text/html"
              value={file}
              onChange={setFile}
              clearable
              clearButtonProps={{ "aria-label": t("common.remove") }}
            />
          </Tabs.Panel>
        </Tabs>
        <ArticleDetails key={road} isOpen={road !== "url"} details={details} onChange={(given) => fill({ details: given })} />
        <DialogActions
          act={t("articles.addNow")}
          error={add.error}
          isReady={isReady}
          isPending={add.isPending}
          onClose={onClose}
        />
      </ModForm>
    </Dialog>
  );
}

/** Put together what the API takes; what is left empty is found by reading. */
function articleOf(
  road: Road,
  given: { url: string; text: string; file: File | null },
  details: Details,
): NewArticle {
  const known = Object.entries(details).filter(([, value]) => value.trim() !== "");
  const fields = Object.fromEntries(known) as Partial<Details>;
  if (road === "url") return { url: given.url.trim(), ...fields };
  return road === "file" && given.file
    ? { file: given.file, ...fields }
    : { text: given.text, ...fields };
}
