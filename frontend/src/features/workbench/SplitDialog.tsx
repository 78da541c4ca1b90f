import { Textarea } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { readClaim } from "@/api/claims";
import { useSplitClaim } from "@/api/reshaping";
import { CodePoints } from "@/anchoring/codePoints";
import { partsOf, segmentsOf, type Word, wordsOf } from "@/anchoring/words";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { useDialogAct } from "@/components/useDialogAct";
import type { Article } from "@/model/article";
import type { Claim } from "@/model/claim";
import { CutWords } from "./CutWords";
import styles from "./Reshape.module.css";
import type { Reshape } from "./useReshaped";

interface SplitDialogProps {
  claim: Claim;
  article: Article;
  onReshape: Reshape;
  onClose: () => void;
}

/** Cut a claim into several: choose where, and say each part so that it stands alone. */
export function SplitDialog({ claim, article, onReshape, onClose }: SplitDialogProps) {
  const { t } = useTranslation();
  const split = useSplitClaim(article.id);
  const points = useMemo(() => new CodePoints(article.text), [article.text]);
  const words = useMemo(() => wordsOf(points, claim.segments), [points, claim.segments]);
  const [cuts, setCuts] = useState<ReadonlySet<number>>(new Set());
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const parts = partsOf(words, cuts);

  const toggle = (index: number) => {
    const next = new Set(cuts);
    if (!next.delete(index)) next.add(index);
    setCuts(next);
  };
  const textOf = (part: readonly Word[]) =>
    texts[keyOf(part)] ?? part.map((word) => word.text).join(" ");
  const { carryOut, error, isPending } = useDialogAct(onClose);
  const submit = () => {
    const given = parts.map((part) => ({
      segments: segmentsOf(part, claim.segments),
      text: textOf(part).trim(),
    }));
    const splitAs = (as: Claim) => split.mutateAsync({ claim: as, parts: given });
    void carryOut(() =>
      onReshape(
        t("split.done"),
        () => splitAs(claim),
        async () => splitAs(await readClaim(claim.id)),
      ),
    );
  };
  return (
    <Dialog title={t("split.title")} size="xl" onClose={onClose}>
      <ModForm className={styles.form} onSubmit={() => parts.length > 1 && submit()}>
        <p>{t("split.help")}</p>
        <CutWords words={words} cuts={cuts} onToggle={toggle} />
        {parts.length > 1 &&
          parts.map((part, index) => (
            <Textarea
              key={keyOf(part)}
              label={t("split.part", { number: index + 1 })}
              rows={2}
              value={textOf(part)}
              onChange={(event) => setTexts({ ...texts, [keyOf(part)]: event.currentTarget.value })}
            />
          ))}
        <DialogActions
          act={t("split.act")}
          error={error}
          isReady={parts.length > 1}
          isPending={isPending}
          onClose={onClose}
        />
      </ModForm>
    </Dialog>
  );
}

/** A part is known by where it begins and ends. */
function keyOf(part: readonly Word[]): string {
  return `${String(part[0]?.start)}-${String(part.at(-1)?.end)}`;
}
