import { FileInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddSource } from "@/api/sources";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import type { Source } from "@/model/review";
import styles from "./SourceLine.module.css";

interface AddFileDialogProps {
  onClose: () => void;
  onAdded: (source: Source) => void;
}

/** Add a source that is a document of its own, without an address so far: a PDF or a picture. */
export function AddFileDialog({ onClose, onAdded }: AddFileDialogProps) {
  const { t } = useTranslation();
  const add = useAddSource();
  const [file, setFile] = useState<File | null>(null);
  const [about, setAbout] = useState({ title: "", publisher: "", published_on: "" });
  const set = (name: keyof typeof about) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setAbout((before) => ({ ...before, [name]: value }));
  };
  const submit = async () => {
    if (!file) return;
    const source = await add.mutateAsync({ file, ...about }).catch(() => null);
    if (!source) return;
    onAdded(source);
    onClose();
  };
  return (
    <Dialog title={t("evidence.addFile")} onClose={onClose}>
      <ModForm className={styles.form} onSubmit={() => void submit()}>
        <FileInput
          label={t("copy.file")}
          description={t("evidence.fileHelp")}
          placeholder={t("articles.chooseFile")}
          accept="application/pdf,image/png,image/jpeg,image/gif,image/webp"
          data-autofocus
          value={file}
          onChange={setFile}
        />
        <TextInput
          label={t("details.title")}
          placeholder={file?.name.replace(/\.\w+$/, "")}
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
        <DialogActions
          act={t("evidence.addFile")}
          error={add.error}
          isReady={file !== null}
          isPending={add.isPending}
          onClose={onClose}
        />
      </ModForm>
    </Dialog>
  );
}
