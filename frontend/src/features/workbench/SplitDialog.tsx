import { Textarea } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { readClaim } from "@/api/claims";
import { type Reshaped, useSplitClaim } from "@/api/reshaping";
import { CodePoints } from "@/anchoring/codePoints";
import { partsOf, segmentsOf, type Word, wordsOf } from "@/anchoring/words";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import type { Article } from "@/model/article";
import type { Claim } from "@/model/claim";
import { CutWords } from "./CutWords";
import styles from "./Reshape.module.css";

interface SplitDialogProps {
  claim: Claim;
  article: Article;
  /** `again` does it once more after it was taken back. */
  onDone: (what: string, reshaped: Reshaped, again: () => Promise<Reshaped>) => void;
  onClose: () => void;
}

/** Cut a claim into several: choose where, and say each part so that it stands alone. */
export function SplitDialog({ claim, article, onDone, onClose }: SplitDialogProps) {
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
  const submit = async () => {
    const given = parts.map((part) => ({
      segments: segmentsOf(part, claim.segments),
      text: textOf(part).trim(),
    }));
    const reshaped = await split.mutateAsync({ claim, parts: given }).catch(() => null);
    if (!reshaped) return;
    onClose();
    onDone(t("split.done"), reshaped, async () =>
      split.mutateAsync({ claim: await readClaim(claim.id), parts: given }),
    );
  };
  return (
    <Dialog title={t("split.title")} size="xl" onClose={onClose}>
      <ModForm className={styles.form} onSubmit={() => parts.length > 1 && void submit()}>
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
          error={split.error}
          isReady={parts.length > 1}
          isPending={split.isPending}
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
