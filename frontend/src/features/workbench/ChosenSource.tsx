import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSource } from "@/api/sources";
import { KeyHint } from "@/components/KeyHint";
import { useKeys } from "@/keyboard/useKeys";
import type { Source } from "@/model/review";
import type { EvidenceDraft } from "@/model/reviewDraft";
import { CopyTextDialog } from "./CopyTextDialog";
import { SourceLine } from "./SourceLine";

interface ChosenSourceProps {
  claimId: string;
  row: EvidenceDraft;
  hasKeys: boolean;
  onChange: (changed: Partial<EvidenceDraft>) => void;
}

/** A source of a review: what it is, its copy, and picking the excerpt from that copy. */
export function ChosenSource({ claimId, row, hasKeys, onChange }: ChosenSourceProps) {
  const { t } = useTranslation();
  const [isPicking, setPicking] = useState(false);
  const source = sourceOf(row);
  const hasText = useSource(source).data.copy?.has_text ?? false;
  useKeys([
    {
      keys: ["q"],
      does: t("evidence.pickExcerpt"),
      isOff: !hasKeys || !hasText,
      run: () => setPicking(true),
    },
  ]);
  return (
    <>
      <SourceLine
        source={source}
        claimId={claimId}
        acts={() => (
          <>
            {hasText && (
              <Button
                variant="default"
                onClick={() => setPicking(true)}
                rightSection={hasKeys && <KeyHint of="q" />}
              >
                {t("evidence.pickExcerpt")}
              </Button>
            )}
            <Button variant="subtle" onClick={() => onChange({ sourceId: null, start: null })}>
              {t("evidence.otherSource")}
            </Button>
          </>
        )}
      />
      {isPicking && (
        <CopyTextDialog
          source={source}
          claimId={claimId}
          picked={pickedIn(row)}
          onClose={() => setPicking(false)}
          onPick={({ exact, start }) => {
            onChange({ excerpt: exact, start });
            setPicking(false);
          }}
        />
      )}
    </>
  );
}

function pickedIn({ excerpt, start }: EvidenceDraft) {
  if (!excerpt || start === null || start === undefined) return null;
  return { start, end: start + [...excerpt].length };
}

function sourceOf(row: EvidenceDraft): Source {
  return {
    id: row.sourceId ?? "",
    url: row.url,
    title: row.title,
    publisher: row.publisher,
    published_on: row.publishedOn || null,
    copy: null,
    link: { state: "unchecked", checked_at: null, problem: "" },
  };
}
