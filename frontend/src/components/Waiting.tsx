import { Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./Waiting.module.css";

/** Something is on its way. */
export function Waiting({ children }: { children?: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.waiting} role="status">
      <Loader size="sm" aria-hidden="true" />
      <span>{children ?? t("common.loading")}</span>
    </div>
  );
}
