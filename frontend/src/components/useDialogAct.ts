import { useState } from "react";

/** Carries a dialog's act out, one at a time, and closes; a refusal stays in the dialog to be read. */
export function useDialogAct(onClose: () => void) {
  const [error, setError] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const carryOut = async (act: () => Promise<unknown>): Promise<void> => {
    if (isPending) return;
    setPending(true);
    try {
      await act();
      onClose();
    } catch (refusal) {
      setError(refusal);
      setPending(false);
    }
  };
  return { carryOut, error, isPending };
}
