import { Textarea } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { readClaim } from "@/api/claims";
import { useSplitClaim } from "@/api/reshaping";
import { CodePoints } from "@/anchoring/codePoints";
import { partsOf, segmentsOf, type Word, wordsOf } from "@/anchoring/words";
import { Dialog } from "@/components/Dialog";
import { DialogActions } from "@/components/DialogActions";
import { ModForm } from "@/components/ModForm";
import { useDialogAct } from "@/components/useDialogAct";
import { useKept } from "@/components/useKept";
import type { Article } from "@/model/article";
import type { Claim } from "@/model/claim";
import { CutWords } from "./CutWords";
import styles from "./Reshape.module.css";
import type { Reshape } from "./useReshaped";

/** Where a claim is cut, and what its parts say otherwise than the article. */
interface Cut {
  cuts: readonly number[];
  texts: Readonly<Record<string, string>>;
}

const UNCUT: Cut = { cuts: [], texts: {} };

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
  // cuts are places among the words, and hold as long as the claim stays the same
  const { given, setGiven, forget } = useKept(`split.${claim.id}.${claim.version}`, UNCUT);
  const cuts = useMemo(() => new Set(given.cuts), [given.cuts]);
  const parts = partsOf(words, cuts);

  const toggle = (index: number) => setGiven({ ...given, cuts: toggled(given.cuts, index) });
  const setText = (part: readonly Word[], text: string) =>
    setGiven({ ...given, texts: { ...given.texts, [keyOf(part)]: text } });
  const textOf = (part: readonly Word[]) =>
    given.texts[keyOf(part)] ?? part.map((word) => word.text).join(" ");
  const { carryOut, error, isPending } = useDialogAct(onClose);
  const submit = () => {
    const pieces = parts.map((part) => ({
      segments: segmentsOf(part, claim.segments),
      text: textOf(part).trim(),
    }));
    const splitAs = (as: Claim) => split.mutateAsync({ claim: as, parts: pieces });
    void carryOut(() =>
      onReshape(
        t("split.done"),
        () => splitAs(claim),
        async () => splitAs(await readClaim(claim.id)),
      ).then(forget),
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
              onChange={(event) => setText(part, event.currentTarget.value)}
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

function toggled(cuts: readonly number[], index: number): number[] {
  const others = cuts.filter((cut) => cut !== index);
  return others.length < cuts.length ? others : [...cuts, index];
}

/** A part is known by where it begins and ends. */
function keyOf(part: readonly Word[]): string {
  return `${String(part[0]?.start)}-${String(part.at(-1)?.end)}`;
}
