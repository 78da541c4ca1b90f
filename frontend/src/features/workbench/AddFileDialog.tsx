import { FileInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddSource } from "@/api/sources";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { useDialogAct } from "@/components/useDialogAct";
import type { Source } from "@/model/review";
import { type SourceAbout, SourceFields } from "./SourceFields";
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
  const [about, setAbout] = useState<SourceAbout>(NOTHING);
  const { carryOut, error, isPending } = useDialogAct(onClose);
  const submit = () => {
    if (file) void carryOut(async () => onAdded(await add.mutateAsync({ file, ...about })));
  };
  return (
    <Dialog title={t("evidence.addFile")} onClose={onClose}>
      <ModForm className={styles.form} onSubmit={submit}>
        <FileInput
          label={t("copy.file")}
          description={t("evidence.fileHelp")}
          placeholder={t("articles.chooseFile")}
          accept="application/pdf,image/png,image/jpeg,image/gif,image/webp"
          data-autofocus
          value={file}
          onChange={setFile}
        />
        <SourceFields
          about={about}
          titleHint={file?.name.replace(/\.\w+$/, "")}
          onChange={setAbout}
        />
        <DialogActions
          act={t("evidence.addFile")}
          error={error}
          isReady={file !== null}
          isPending={isPending}
          onClose={onClose}
        />
      </ModForm>
    </Dialog>
  );
}

const NOTHING = { title: "", publisher: "", published_on: "" };
