import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/components/Dialog";
import { ProblemNote } from "@/components/ProblemNote";
import { problemWords } from "@/i18n/words";
import type { Source } from "@/model/review";
import styles from "./SourceLine.module.css";
import { useDescribing } from "./useDescribing";

interface DescribeSourceDialogProps {
  source: Source;
  claimId: string;
  onClose: () => void;
}

/** What a source is called, who published it and when. */
export function DescribeSourceDialog({ source, claimId, onClose }: DescribeSourceDialogProps) {
  const { t } = useTranslation();
  const describe = useDescribing(source, claimId);
  const [title, setTitle] = useState(source.title);
  const [publisher, setPublisher] = useState(source.publisher);
  const [day, setDay] = useState(source.published_on ?? "");
  const [url, setUrl] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = { title, publisher, published_on: day || null };
    void describe.send(given, url.trim()).then(onClose, () => undefined); // told below
  };
  return (
    <Dialog title={t("source.describe")} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label={t("details.title")}
          data-autofocus
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={t("details.publisher")}
          value={publisher}
          onChange={(event) => setPublisher(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t("details.published")}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        {!source.url && (
          <TextInput
            label={t("source.address")}
            description={t("source.addressHelp")}
            placeholder="https://"
            spellCheck={false}
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
        )}
        {describe.error && <ProblemNote>{problemWords(describe.error, t)}</ProblemNote>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={describe.isPending}>
            {t("common.save")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
