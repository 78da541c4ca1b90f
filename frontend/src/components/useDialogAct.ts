import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { tellProblem } from "./tell";

/**
 * Carries a dialog's act out, one at a time, and closes; a refusal stays in the dialog to be read.
 *
 * Where the dialog was closed meanwhile, what stands open instead stays so, and a refusal is told.
 */
export function useDialogAct(onClose: () => void) {
  const { t } = useTranslation();
  const isOpen = useRef(false);
  const [error, setError] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const carryOut = async (act: () => Promise<unknown>): Promise<void> => {
    if (isPending) return;
    setPending(true);
    try {
      await act();
      if (isOpen.current) onClose();
    } catch (refusal) {
      if (!isOpen.current) tellProblem(refusal, t);
      setError(refusal);
      setPending(false);
    }
  };
  return { carryOut, error, isPending };
}
