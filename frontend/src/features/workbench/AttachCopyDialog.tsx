import { FileInput, Tabs, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttachCopy } from "@/api/sources";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { tell } from "@/components/tell";
import type { Source } from "@/model/review";
import styles from "./SourceLine.module.css";

interface AttachCopyDialogProps {
  source: Source;
  claimId: string;
  onClose: () => void;
}

/** Attach a copy saved by hand where a page can't be fetched: a file, or its words. */
export function AttachCopyDialog({ source, claimId, onClose }: AttachCopyDialogProps) {
  const { t } = useTranslation();
  const attach = useAttachCopy(claimId);
  const [road, setRoad] = useState<string | null>("file");
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState("");
  const isReady = road === "file" ? file !== null : text.trim() !== "";

  const submit = async () => {
    if (!isReady) return;
    const copy = road === "file" && file ? { id: source.id, file } : { id: source.id, text };
    const kept = await attach.mutateAsync(copy).catch(() => null);
    if (!kept) return;
    tell(t("copy.attached"));
    onClose();
  };
  return (
    <Dialog title={t("copy.attach")} size="lg" onClose={onClose}>
      <ModForm className={styles.form} onSubmit={() => void submit()}>
        <p className={styles.about}>{source.title || source.url}</p>
        <Tabs value={road} onChange={setRoad}>
          <Tabs.List>
            <Tabs.Tab value="file">{t("articles.road.file")}</Tabs.Tab>
            <Tabs.Tab value="text">{t("articles.road.text")}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="file" pt="sm">
            <FileInput
              label={t("copy.file")}
              description={t("copy.fileHelp")}
              placeholder={t("articles.chooseFile")}
              accept=".html,.htm,.txt,.pdf,image/*"
              value={file}
              onChange={setFile}
            />
          </Tabs.Panel>
          <Tabs.Panel value="text" pt="sm">
            <Textarea
              label={t("copy.text")}
              rows={8}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </Tabs.Panel>
        </Tabs>
        <DialogActions
          act={t("copy.attach")}
          error={attach.error}
          isReady={isReady}
          isPending={attach.isPending}
          onClose={onClose}
        />
      </ModForm>
    </Dialog>
  );
}
