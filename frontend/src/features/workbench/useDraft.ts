import { useCallback, useEffect, useRef, useState } from "react";
import { readPublication, useSaveDraft } from "@/api/publications";
import type { Saving } from "@/components/SaveState";
import { isConflict, isOffline } from "@/model/problem";
import { type DraftFields, fieldsOf, type PublicationDraft } from "@/model/publication";
import { forgetUnsaved, keepUnsaved, readUnsaved } from "./unsavedFields";

const REST_MS = 1_000;

export type Drafting = ReturnType<typeof useDraft>;

/**
 * The publication's draft as it is being typed, kept on the server after every rest; without a
 * connection on this machine, until it is back.
 *
 * theirs: the stored draft when another editor changed it meanwhile; saving then waits for a
 * choice. saveNow: saves what isn't saved yet without waiting for a rest.
 */
export function useDraft(claimId: string, stored: PublicationDraft) {
  const { mutateAsync } = useSaveDraft(claimId);
  const [unsaved] = useState(() => readUnsaved(claimId));
  const version = useRef(unsaved?.version ?? stored.version);
  const [fields, setFieldsState] = useState<DraftFields>(() => unsaved?.fields ?? fieldsOf(stored));
  const latest = useRef(fields);
  const isSending = useRef(false);
  const [saving, setSaving] = useState<Saving>({ state: unsaved ? "pending" : "untouched" });
  const [theirs, setTheirs] = useState<PublicationDraft | null>(null);
  const [error, setError] = useState<unknown>(null);
  const isDirty = saving.state === "pending";

  const setFields = useCallback((given: DraftFields) => {
    latest.current = given;
    setFieldsState(given);
  }, []);
  const change = useCallback(
    (changed: Partial<DraftFields>) => {
      setFields({ ...latest.current, ...changed });
      setSaving({ state: "pending" });
    },
    [setFields],
  );
  const save = useCallback(async () => {
    if (isSending.current) return; // what is typed meanwhile is sent right after
    isSending.current = true;
    try {
      for (let sent: DraftFields | null = null; sent !== latest.current; ) {
        sent = latest.current;
        const saved = await mutateAsync({ fields: sent, version: version.current });
        version.current = saved.draft.version;
      }
      forgetUnsaved(claimId);
      setSaving({ state: "saved", at: new Date() });
      setError(null);
    } catch (refusal) {
      keepUnsaved(claimId, { fields: latest.current, version: version.current });
      setSaving({ state: "failed" });
      setError(refusal);
      if (isConflict(refusal)) setTheirs((await readPublication(claimId)).draft);
    } finally {
      isSending.current = false;
    }
  }, [claimId, mutateAsync]);
  useEffect(() => {
    if (!isDirty || theirs) return undefined;
    const timer = setTimeout(() => void save(), REST_MS);
    return () => clearTimeout(timer);
  }, [fields, isDirty, theirs, save]);
  useEffect(() => {
    if (!isOffline(error)) return undefined;
    const again = () => void save();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [error, save]);
  const saveNow = () => {
    if (isDirty && !theirs) void save();
  };

  const choose = (mine: boolean) => {
    if (!theirs) return;
    version.current = theirs.version;
    setTheirs(null);
    if (mine) void save();
    else {
      forgetUnsaved(claimId);
      setFields(fieldsOf(theirs));
      setSaving({ state: "untouched" });
      setError(null);
    }
  };
  return { fields, change, saveNow, saving, theirs, error, choose };
}
