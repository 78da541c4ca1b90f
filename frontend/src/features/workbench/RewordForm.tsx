import { Button, Group, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConflictNote } from "@/components/ConflictNote";
import { KeyHint } from "@/components/KeyHint";
import { ModForm } from "@/components/ModForm";
import { useFocusBack } from "@/components/useFocusBack";
import { useFocusOnMount } from "@/components/useFocusOnMount";
import { useKeptWords } from "@/components/useKept";
import type { Claim } from "@/model/claim";
import styles from "./OpenClaim.module.css";

interface RewordFormProps {
  claim: Claim;
  /** Says whether it was done. */
  onReword: (text: string) => Promise<boolean>;
  onClose: () => void;
}

/** Say a claim in other words, so that it stands alone; the earlier words stay in the history. */
export function RewordForm({ claim, onReword, onClose }: RewordFormProps) {
  const { t } = useTranslation();
  useFocusBack();
  const field = useFocusOnMount<HTMLTextAreaElement>();
  const [opened] = useState({ version: claim.version, text: claim.text });
  const [seen, setSeen] = useState(opened.version);
  const { words: text, setWords: setText, forget } = useKeptWords(`reword.${claim.id}`, claim.text);
  const isConflict = claim.version !== seen && claim.text !== opened.text;

  const reword = async () => {
    if (text.trim() === claim.text) onClose();
    else if (await onReword(text.trim())) {
      forget();
      onClose();
    }
  };
  const submit = () => {
    if (text.trim() && !isConflict) void reword();
  };
  return (
    <ModForm className={styles.form} onSubmit={submit} onEscape={onClose}>
      <Textarea
        label={t("claim.rewordLabel")}
        description={t("newClaim.textHelp")}
        ref={field}
        rows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isConflict && (
        <ConflictNote
          fields={[{ label: t("claim.text"), theirs: claim.text, mine: text }]}
          onKeepTheirs={() => {
            forget();
            onClose();
          }}
          onUseMine={() => {
            setSeen(claim.version);
            void reword();
          }}
        />
      )}
      <Group gap="xs">
        <Button type="submit" disabled={!text.trim() || isConflict} rightSection={<KeyHint of="mod+Enter" />}>
          {t("common.save")}
        </Button>
        <Button variant="default" onClick={onClose} rightSection={<KeyHint of="Escape" />}>
          {t("common.cancel")}
        </Button>
      </Group>
    </ModForm>
  );
}
