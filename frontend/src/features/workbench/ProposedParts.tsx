import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useProposedParts } from "@/api/reshaping";
import { ProblemNote } from "@/components/ProblemNote";
import { problemWords } from "@/i18n/words";
import { keyOfSegments, type ProposedPart } from "@/model/proposedPart";
import styles from "./Reshape.module.css";

interface ProposedPartsProps {
  claimId: string;
  chosen: readonly ProposedPart[];
  onChoose: (chosen: ProposedPart[]) => void;
}

/** Finer statements within the claim, on request: the chosen ones become its parts. */
export function ProposedParts({ claimId, chosen, onChoose }: ProposedPartsProps) {
  const { t } = useTranslation();
  const [isAsked, ask] = useState(chosen.length > 0);
  const { data: parts, isFetching, error, refetch } = useProposedParts(claimId, isAsked);
  const keys = new Set(chosen.map(keyOfSegments));
  const toggle = (part: ProposedPart) => {
    const key = keyOfSegments(part);
    onChoose((parts ?? []).filter((one) => keys.has(keyOfSegments(one)) !== (keyOfSegments(one) === key)));
  };
  if (error)
    return (
      <ProblemNote onRetry={() => void refetch()} isRetrying={isFetching}>
        {problemWords(error, t)}
      </ProblemNote>
    );
  if (!parts)
    return (
      <div>
        <Button variant="default" loading={isFetching} onClick={() => ask(true)}>
          {t("split.propose")}
        </Button>
      </div>
    );
  if (parts.length === 0) return <p role="status">{t("split.noProposals")}</p>;
  return (
    <fieldset className={styles.choices}>
      <legend>{t("split.proposed")}</legend>
      {parts.map((part) => (
        <Checkbox
          key={keyOfSegments(part)}
          label={part.text}
          checked={keys.has(keyOfSegments(part))}
          onChange={() => toggle(part)}
        />
      ))}
    </fieldset>
  );
}
