import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAddClaim, useChangeClaim } from "@/api/claims";
import type { TextSpan } from "@/anchoring/selection";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { tellAct } from "@/components/tell";
import { useDialogAct } from "@/components/useDialogAct";
import { useKeptWords } from "@/components/useKept";
import { carriedOut, type Undo } from "@/components/useUndo";
import type { ClaimAct } from "@/model/claimAct";
import styles from "./ArticlePane.module.css";

interface NewClaimDialogProps {
  articleId: string;
  span: TextSpan;
  /** The chosen words. */
  exact: string;
  /** The claim that was open before: taking the new one back leads there. */
  from: string | null;
  onClose: () => void;
  onAdded: (id: string) => void;
  undo: Undo;
}

/** Make a claim of chosen words; its text may be reworded so that it stands alone. */
export function NewClaimDialog(props: NewClaimDialogProps) {
  const { articleId, span, exact, from, onClose, onAdded, undo } = props;
  const { t } = useTranslation();
  const add = useAddClaim(articleId);
  const change = useChangeClaim();
  const { words: text, setWords: setText, forget } = useKeptWords(
    `claim.${articleId}.${span.start}.${span.end}`,
    exact.replace(/\s+/g, " "),
  );

  const { carryOut, error, isPending } = useDialogAct(onClose);
  const what = t("newClaim.made");
  const submit = () => void carryOut(() => carriedOut(undo.during, what, make).then(forget));
  const make = async () => {
    const claim = await add.mutateAsync({ ...span, text: text.trim() });
    const takeBack = { act: "dismiss", reason: "taken_back" } as const;
    let now = claim;
    const send = async (act: ClaimAct) => {
      now = await change.mutateAsync({ claim: now, change: act });
    };
    undo.push({
      what,
      ...(from && { at: from }),
      run: () => send(takeBack),
      again: () => send({ act: "reopen" }),
    });
    tellAct(what);
    onAdded(claim.id);
  };
  return (
    <Dialog title={t("newClaim.title")} size="lg" onClose={onClose}>
      <ModForm className={styles.form} onSubmit={submit}>
        <blockquote className={styles.exact}>{exact}</blockquote>
        <Textarea
          label={t("newClaim.text")}
          description={t("newClaim.textHelp")}
          rows={3}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <DialogActions
          act={t("newClaim.add")}
          error={error}
          isReady={text.trim() !== ""}
          isPending={isPending}
          onClose={onClose}
        />
      </ModForm>
    </Dialog>
  );
}
