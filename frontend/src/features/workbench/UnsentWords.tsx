import { Button, Group } from "@mantine/core";
import { FilePen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { tellAct } from "@/components/tell";
import type { Undo } from "@/components/useUndo";
import type { Annotation } from "@/model/review";
import { draftOf, type ReviewDraft } from "@/model/reviewDraft";
import { forgetDraft, keepDraft, useKeptDraft } from "./keptDrafts";
import styles from "./ReviewView.module.css";

interface UnsentWordsProps {
  /** The review that stands. */
  review: Annotation;
  /** Where a first draft and one of a revision are kept. */
  keys: { first: string; revision: string };
  undo: Undo;
  onRevise: () => void;
}

/** Words written for a first review while another window sent one: to revise with, or to drop. */
export function UnsentWords({ review, keys, undo, onRevise }: UnsentWordsProps) {
  const { t } = useTranslation();
  const draft = useKeptDraft(keys.first)?.draft;
  if (!draft || isAlike(draft, draftOf(review))) return null;
  const what = t("review.dropped");
  const drop = () => {
    const again = () => Promise.resolve(forgetDraft(keys.first));
    void again();
    undo.push({ what, run: () => Promise.resolve(keepDraft(keys.first, draft)), again });
    tellAct(t("decisions.done", { what }));
  };
  const revise = () => {
    keepDraft(keys.revision, draft);
    forgetDraft(keys.first);
    onRevise();
  };
  return (
    <div role="alert">
      <p className={styles.blind}>
        <FilePen size={16} aria-hidden="true" /> {t("review.unsent")}
      </p>
      <blockquote className={styles.excerpt}>{draft.rationale}</blockquote>
      <Group gap="xs">
        <Button variant="default" onClick={revise}>
          {t("review.reviseWith")}
        </Button>
        <Button variant="subtle" onClick={drop}>
          {t("review.drop")}
        </Button>
      </Group>
    </div>
  );
}

/** Do they say the same? Sources have other names in a draft than in what was sent. */
function isAlike(one: ReviewDraft, other: ReviewDraft): boolean {
  return one.rating === other.rating && one.rationale.trim() === other.rationale.trim();
}
