import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { useDialogAct } from "@/components/useDialogAct";
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
  const { carryOut, error, isPending } = useDialogAct(onClose);
  const [title, setTitle] = useState(source.title);
  const [publisher, setPublisher] = useState(source.publisher);
  const [day, setDay] = useState(source.published_on ?? "");
  const [url, setUrl] = useState("");
  const submit = () => {
    const given = { title, publisher, published_on: day || null };
    void carryOut(() => describe(given, url.trim()));
  };
  return (
    <Dialog title={t("source.describe")} onClose={onClose}>
      <ModForm className={styles.form} onSubmit={submit}>
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
        <DialogActions
          act={t("common.save")}
          error={error}
          isPending={isPending}
          onClose={onClose}
        />
      </ModForm>
    </Dialog>
  );
}
