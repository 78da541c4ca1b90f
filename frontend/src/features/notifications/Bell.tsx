import { ActionIcon } from "@mantine/core";
import { Bell as BellIcon } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useUnread } from "@/api/notifications";
import { useKeys } from "@/keyboard/useKeys";
import styles from "./Bell.module.css";

const NotificationPanel = lazy(() => import("./NotificationPanel"));
const MOST_SHOWN = 99;

/** How many notifications wait; opens the list of them. */
export function Bell() {
  const { t } = useTranslation();
  const unread = useUnread();
  const [isOpen, setOpen] = useState(false);
  useKeys([{ keys: ["N"], does: t("notifications.open"), run: () => setOpen(true) }]);
  return (
    <span className={styles.bell}>
      <ActionIcon
        aria-label={t("notifications.unread", { count: unread })}
        title={`${t("notifications.open")} (N)`}
        aria-keyshortcuts="N"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <BellIcon size={18} aria-hidden="true" />
      </ActionIcon>
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
      {isOpen && (
        <Suspense>
          <NotificationPanel onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  );
}
