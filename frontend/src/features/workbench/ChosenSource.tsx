import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Source } from "@/model/review";
import type { EvidenceDraft } from "@/model/reviewDraft";
import { CopyTextDialog } from "./CopyTextDialog";
import { SourceLine } from "./SourceLine";

interface ChosenSourceProps {
  claimId: string;
  row: EvidenceDraft;
  onChange: (changed: Partial<EvidenceDraft>) => void;
}

/** A source used before: what it is, its copy, and picking the excerpt from that copy. */
export function ChosenSource({ claimId, row, onChange }: ChosenSourceProps) {
  const { t } = useTranslation();
  const [isPicking, setPicking] = useState(false);
  const source = sourceOf(row);
  return (
    <>
      <SourceLine
        source={source}
        claimId={claimId}
        acts={(now) => (
          <>
            {now.copy?.has_text && (
              <Button variant="default" onClick={() => setPicking(true)}>
                {t("evidence.pickExcerpt")}
              </Button>
            )}
            <Button variant="subtle" onClick={() => onChange({ sourceId: null })}>
              {t("evidence.otherSource")}
            </Button>
          </>
        )}
      />
      {isPicking && (
        <CopyTextDialog
          source={source}
          onClose={() => setPicking(false)}
          onPick={(excerpt) => {
            onChange({ excerpt });
            setPicking(false);
          }}
        />
      )}
    </>
  );
}

function sourceOf(row: EvidenceDraft): Source {
  return {
    id: row.sourceId ?? "",
    url: row.url,
    title: row.title,
    publisher: row.publisher,
    published_on: row.publishedOn || null,
    copy: null,
  };
}
