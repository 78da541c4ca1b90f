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
import { keyOfSegments, type ProposedPart } from "@/model/proposedPart";
import { CutWords } from "./CutWords";
import { ProposedParts } from "./ProposedParts";
import styles from "./Reshape.module.css";
import type { Reshape } from "./useReshaped";

/** Where a claim is cut, or which proposed parts it gives; what they say otherwise than the article. */
interface Cut {
  cuts: readonly number[];
  chosen: readonly ProposedPart[];
  texts: Readonly<Record<string, string>>;
}

const UNCUT: Cut = { cuts: [], chosen: [], texts: {} };

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
  const { given, setGiven, forget } = useKept(`parts.${claim.id}.${claim.version}`, UNCUT);
  const cuts = useMemo(() => new Set(given.cuts), [given.cuts]);
  const parts = given.chosen.length > 0 ? given.chosen : cutParts(words, cuts, claim);

  const toggle = (index: number) =>
    setGiven({ ...given, chosen: [], cuts: toggled(given.cuts, index) });
  const choose = (chosen: ProposedPart[]) => setGiven({ ...given, chosen, cuts: [] });
  const setText = (part: ProposedPart, text: string) =>
    setGiven({ ...given, texts: { ...given.texts, [keyOfSegments(part)]: text } });
  const textOf = (part: ProposedPart) => given.texts[keyOfSegments(part)] ?? part.text;
  const { carryOut, error, isPending } = useDialogAct(onClose);
  const submit = () => {
    const pieces = parts.map((part) => ({
      segments: part.segments,
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
        {article.language === "en" && (
          <ProposedParts claimId={claim.id} chosen={given.chosen} onChoose={choose} />
        )}
        {parts.length > 1 &&
          parts.map((part, index) => (
            <Textarea
              key={keyOfSegments(part)}
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

/** The claim's words cut into parts, each with its segments. */
function cutParts(words: readonly Word[], cuts: ReadonlySet<number>, claim: Claim): ProposedPart[] {
  return partsOf(words, cuts).map((part) => ({
    text: part.map((word) => word.text).join(" "),
    segments: segmentsOf(part, claim.segments),
  }));
}
