import { useCallback, useEffect, useRef, useState } from "react";
import { readPublication, useSaveDraft } from "@/api/publications";
import type { Saving } from "@/components/SaveState";
import { isConflict, isOffline } from "@/model/problem";
import { type DraftFields, fieldsOf, type PublicationDraft } from "@/model/publication";
import { forgetUnsaved, keepUnsaved, readUnsaved } from "./unsavedFields";

const REST_MS = 1_000;

/**
 * The publication's draft as it is being typed, kept on the server after every rest; without a
 * connection on this machine, until it is back.
 *
 * theirs: the stored draft when another editor changed it meanwhile; saving then waits for a
 * choice.
 */
export function useDraft(claimId: string, stored: PublicationDraft) {
  const { mutateAsync } = useSaveDraft(claimId);
  const [unsaved] = useState(() => readUnsaved(claimId));
  const version = useRef(unsaved?.version ?? stored.version);
  const [fields, setFields] = useState<DraftFields>(() => unsaved?.fields ?? fieldsOf(stored));
  const [saving, setSaving] = useState<Saving>({ state: unsaved ? "pending" : "untouched" });
  const [theirs, setTheirs] = useState<PublicationDraft | null>(null);
  const [error, setError] = useState<unknown>(null);
  const isDirty = saving.state === "pending";

  const change = useCallback((changed: Partial<DraftFields>) => {
    setFields((before) => ({ ...before, ...changed }));
    setSaving({ state: "pending" });
  }, []);
  const save = useCallback(
    async (what: DraftFields) => {
      try {
        const saved = await mutateAsync({ fields: what, version: version.current });
        version.current = saved.draft.version;
        forgetUnsaved(claimId);
        setSaving({ state: "saved", at: new Date() });
        setError(null);
      } catch (refusal) {
        keepUnsaved(claimId, { fields: what, version: version.current });
        setSaving({ state: "failed" });
        setError(refusal);
        if (isConflict(refusal)) setTheirs((await readPublication(claimId)).draft);
      }
    },
    [claimId, mutateAsync],
  );
  useEffect(() => {
    if (!isDirty || theirs) return undefined;
    const timer = setTimeout(() => void save(fields), REST_MS);
    return () => clearTimeout(timer);
  }, [fields, isDirty, theirs, save]);
  useEffect(() => {
    if (!isOffline(error)) return undefined;
    const again = () => void save(fields);
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [error, fields, save]);

  const choose = (mine: boolean) => {
    if (!theirs) return;
    version.current = theirs.version;
    setTheirs(null);
    if (mine) void save(fields);
    else {
      forgetUnsaved(claimId);
      setFields(fieldsOf(theirs));
      setSaving({ state: "untouched" });
      setError(null);
    }
  };
  return { fields, change, saving, theirs, error, choose };
}
