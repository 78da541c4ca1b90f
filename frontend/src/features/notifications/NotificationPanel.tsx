import { Button, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { useMarkRead, useNotifications, useSwitchMails } from "@/api/notifications";
import { Dialog } from "@/components/Dialog";
import { EmptyNote } from "@/components/EmptyNote";
import { LoadState } from "@/components/LoadState";
import { MoreButton } from "@/components/MoreButton";
import { tellProblem } from "@/components/tell";
import { NotificationRow } from "./NotificationRow";
import styles from "./NotificationPanel.module.css";

interface NotificationPanelProps {
  onClose: () => void;
}

/** What a person was told, newest first; each leads to where there is something to do. */
export default function NotificationPanel({ onClose }: NotificationPanelProps) {
  const { t } = useTranslation();
  const list = useNotifications();
  const markRead = useMarkRead();
  const told = list.data?.pages.flatMap((page) => page.results) ?? [];
  const newest = told[0];
  const mark = (which: { id: string } | { until: string }) =>
    markRead.mutate(which, { onError: (error) => tellProblem(error, t) });

  return (
    <Dialog title={t("notifications.title")} size="lg" onClose={onClose}>
      <div className={styles.panel}>
        <div className={styles.acts}>
          <MailSwitch />
          {newest && told.some((notification) => !notification.read_at) && (
            <Button variant="default" onClick={() => mark({ until: newest.created_at })}>
              {t("notifications.markAll")}
            </Button>
          )}
        </div>
        <LoadState of={list} />
        {list.data && told.length === 0 && <EmptyNote title={t("notifications.none")} />}
        <ul className={styles.list}>
          {told.map((notification) => (
            <NotificationRow
              key={notification.id}
              notification={notification}
              onOpen={() => {
                if (!notification.read_at) mark({ id: notification.id });
                onClose();
              }}
              onMarkRead={() => mark({ id: notification.id })}
            />
          ))}
        </ul>
        <MoreButton of={list} />
      </div>
    </Dialog>
  );
}

/** Mails on or off; only where the site can send any. */
function MailSwitch() {
  const { t } = useTranslation();
  const me = useMe().data;
  const switchMails = useSwitchMails();
  if (!me?.mail_is_configured) return null;
  return (
    <Switch
      label={t("notifications.byMail")}
      checked={me.mail_notifications}
      disabled={switchMails.isPending}
      onChange={(event) =>
        switchMails.mutate(event.currentTarget.checked, {
          onError: (error) => tellProblem(error, t),
        })
      }
    />
  );
}
