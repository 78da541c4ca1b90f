import { CloseButton } from "@mantine/core";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import styles from "./Toaster.module.css";
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
      <span>{toast.message}</span>
      <CloseButton size="sm" aria-label={t("common.close")} onClick={() => closeToast(toast.id)} />
    </div>
  );
}
