import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyNote } from "@/components/EmptyNote";
import styles from "./Shell.module.css";

/** An address the desk doesn't know. */
export function UnknownPage() {
  const { t } = useTranslation();
  return (
    <div className={styles.problem}>
      <EmptyNote isPage title={t("unknownPage.title")}>
        <Link to="/">{t("unknownPage.back")}</Link>
      </EmptyNote>
    </div>
  );
}
