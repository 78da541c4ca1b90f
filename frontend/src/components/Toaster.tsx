import { CloseButton } from "@mantine/core";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import styles from "./Toaster.module.css";
import { keyLabel } from "@/keyboard/matchKey";
import { useKeyRegistry, usePrintedKey } from "@/keyboard/useKeys";
import { KeyHint } from "./KeyHint";
import { closeToast, type Toast, useToasts } from "./toasts";

/** Messages in the corner. Both regions are always there, else screen readers miss the first. */
export function Toaster() {
  const toasts = useToasts();
  return (
    <div className={styles.corner}>
      <div role="status" className={styles.region}>
        {toasts.filter((toast) => toast.kind !== "problem").map(show)}
      </div>
      <div role="alert" className={styles.region}>
        {toasts.filter((toast) => toast.kind === "problem").map(show)}
      </div>
    </div>
  );
}

function show(toast: Toast) {
  return <Message key={toast.id} toast={toast} />;
}

function Message({ toast }: { toast: Toast }) {
  const { t } = useTranslation();
  const isProblem = toast.kind === "problem";
  const Icon = isProblem ? CircleAlert : CircleCheck;
  return (
    <div className={styles.toast} data-problem={isProblem || undefined}>
      <Icon size={18} aria-hidden="true" />
      <span className={styles.message}>{toast.message}</span>
      {toast.kind === "act" && <WayBack />}
      <CloseButton size="md" aria-label={t("common.close")} onClick={() => closeToast(toast.id)} />
    </div>
  );
}

/** Undoes what the key would undo here, which is told as the person has it, where keys are on. */
function WayBack() {
  const { t } = useTranslation();
  const { areOn, bindings } = useKeyRegistry();
  const printed = usePrintedKey();
  const found = () => bindings().filter((binding) => binding.keys.includes(UNDO));
  if (found().length === 0) return null;
  // looked up as it is pressed: what stands in the way of an undo changes meanwhile
  const undo = () => found().find((binding) => !binding.isOff)?.run();
  return (
    <button type="button" className={styles.wayBack} onClick={undo}>
      {t("undo.label")}
      {areOn && (
        <>
          {" "}
          <KeyHint of={UNDO} />
          <span className="visually-hidden">{keyLabel(printed(UNDO))}</span>
        </>
      )}
    </button>
  );
}

const UNDO = "u";
