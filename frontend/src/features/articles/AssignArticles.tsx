import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useReviewers } from "@/api/assignments";
import { AssignDialog } from "@/components/AssignDialog";
import { KeyButton } from "@/components/KeyButton";
import type { Selection } from "@/components/useSelection";
import { UndoButtons } from "@/components/UndoButtons";
import { useUndo } from "@/components/useUndo";
import { useKeys } from "@/keyboard/useKeys";
import { type ArticleSummary, nameOf } from "@/model/article";
import styles from "./ArticlesScreen.module.css";
import { useAssignArticles } from "./useAssignArticles";

interface AssignArticlesProps {
  active: ArticleSummary | null;
  selection: Selection<ArticleSummary>;
}

/** For who assigns: pick articles, give their claims to a reviewer, take it back. */
export function AssignArticles({ active, selection }: AssignArticlesProps) {
  const { t } = useTranslation();
  // as they stood when the dialog was opened: a new article at the list's head changes nothing in it
  const [assigning, setAssigning] = useState<readonly ArticleSummary[] | null>(null);
  const reviewers = useReviewers().data ?? [];
  const undo = useUndo();
  const assignTo = useAssignArticles(undo);
  const articles = selection.rows.length > 0 ? selection.rows : active ? [active] : [];
  const on = (act: (id: string) => void) => () => active && act(active.id);
  useKeys([
    { keys: ["x"], does: t("bulk.pickOne"), isOff: !active, run: on(selection.toggle) },
    { keys: ["X"], does: t("bulk.pickTo"), isOff: !active, run: on(selection.extendTo) },
    {
      keys: ["w"],
      does: t("assigning.act"),
      isOff: articles.length === 0,
      run: () => setAssigning(articles),
    },
    {
      keys: ["Escape"],
      does: t("bulk.clear"),
      isOff: selection.rows.length === 0,
      run: selection.clear,
    },
  ]);
  return (
    <div className={styles.assign}>
      <span role="status">{t("bulk.selected", { count: selection.rows.length })}</span>
      <KeyButton
        variant="default"
        shortcut="w"
        disabled={articles.length === 0}
        onClick={() => setAssigning(articles)}
      >
        {t("assigning.act")}
      </KeyButton>
      <UndoButtons undo={undo} />
      {assigning && (
        <AssignDialog
          title={t("assigning.titleArticles", { count: assigning.length })}
          about={assigning[0] && assigning.length === 1 ? nameOf(assigning[0]) : undefined}
          reviewers={reviewers}
          canMove={false}
          onAssign={(given) => assignTo(assigning, given)}
          onDone={() => {
            setAssigning(null);
            selection.clear();
          }}
          onClose={() => setAssigning(null)}
        />
      )}
    </div>
  );
}
