import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { useDialogAct } from "@/components/useDialogAct";
import type { Source } from "@/model/review";
import { SourceFields } from "./SourceFields";
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
  const { title, publisher, published_on } = source;
  const [about, setAbout] = useState({ title, publisher, published_on: published_on ?? "" });
  const [url, setUrl] = useState("");
  const submit = () => {
    const given = { ...about, published_on: about.published_on || null };
    void carryOut(() => describe(given, url.trim()));
  };
  return (
    <Dialog title={t("source.describe")} onClose={onClose}>
      <ModForm className={styles.form} onSubmit={submit}>
        <SourceFields about={about} isFirst onChange={setAbout} />
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
