import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Undo } from "@/components/useUndo";
import { actOf, type EvidenceDraft, type ReviewDraft } from "@/model/reviewDraft";
import { keepDraft, readDraft } from "./keptDrafts";

type Change = (before: ReviewDraft) => ReviewDraft;
type Patch = Partial<EvidenceDraft>;

/**
 * Change the sources of a review that is being written, with the way back for every act.
 *
 * Words typed into a field are the field's own to undo. Where the form was left meanwhile, the draft
 * kept on this machine is changed; once the review is sent, `forget` drops the ways back: the
 * review's own way back is the one that counts then.
 */
export function useEvidenceUndo(key: string, setDraft: (change: Change) => void, { push }: Undo) {
  const { t } = useTranslation();
  const forgets = useRef<(() => void)[]>([]);
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  const change = (by: Change) => {
    const kept = isOpen.current ? null : readDraft(key);
    if (isOpen.current) setDraft(by);
    else if (kept) keepDraft(key, by(kept.draft));
  };
  const remember = (what: string, there: Change, back: Change) => {
    const run = (by: Change) => () => Promise.resolve(change(by));
    forgets.current.push(push({ what, run: run(back), again: run(there) }));
  };
  const add = (row: EvidenceDraft) => change(withRow(row, Infinity));
  const remove = (row: EvidenceDraft, place: number) => {
    change(withoutRow(row));
    const isEmpty = !row.sourceId && !row.url.trim() && !row.excerpt.trim();
    if (!isEmpty) remember(t("evidence.did.removed"), withoutRow(row), withRow(row, place));
  };
  const patch = (row: EvidenceDraft, place: number, given: Patch) => {
    const patched = only(given, (name) => given[name] !== row[name]);
    const there = patchedRow(row.key, patched);
    change(there);
    const act = actOf(row, patched);
    if (act === null) return;
    const what = t(`evidence.did.${act}`);
    if (act !== "added") {
      const former = only(row, (name) => name in patched);
      remember(what, there, patchedRow(row.key, former));
      return;
    }
    // what was written into the row since goes and comes back with it
    let taken: EvidenceDraft = { ...row, ...patched };
    remember(what, (before) => withRow(taken, place)(before), (before) => {
      taken = before.evidence.find((other) => other.key === row.key) ?? taken;
      return withoutRow(row)(before);
    });
  };
  const forget = () => {
    forgets.current.splice(0).forEach((each) => each());
  };
  return { add, remove, patch, forget };
}

function withRow(row: EvidenceDraft, place: number): Change {
  return (before) => ({
    ...before,
    evidence: [...before.evidence.slice(0, place), row, ...before.evidence.slice(place)],
  });
}

function withoutRow({ key }: EvidenceDraft): Change {
  return (before) => ({
    ...before,
    evidence: before.evidence.filter((other) => other.key !== key),
  });
}

function patchedRow(key: string, patched: Patch): Change {
  return (before) => ({
    ...before,
    evidence: before.evidence.map((row) => (row.key === key ? { ...row, ...patched } : row)),
  });
}

/** Keep the fields of a row that are wanted. */
function only(row: Patch, isWanted: (name: keyof EvidenceDraft) => boolean): Patch {
  const names = (Object.keys(row) as (keyof EvidenceDraft)[]).filter(isWanted);
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}
