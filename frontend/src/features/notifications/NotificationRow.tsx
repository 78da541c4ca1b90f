import { ActionIcon } from "@mantine/core";
import {
  Check,
  FilePen,
  Flag,
  Gavel,
  Link2Off,
  type LucideIcon,
  RefreshCw,
  Scale,
  Undo2,
  UserPlus,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatMoment } from "@/i18n/format";
import { type Notification, type NotificationKind, placeOf } from "@/model/notification";
import styles from "./NotificationPanel.module.css";

const ICONS: Record<NotificationKind, LucideIcon> = {
  assigned: UserPlus,
  disputed: Scale,
  adjudicated: Gavel,
  source_dead: Link2Off,
  source_changed: RefreshCw,
  corrected: FilePen,
  withdrawn: Undo2,
  report: Flag,
};

interface NotificationRowProps {
  notification: Notification;
  onOpen: () => void;
  onMarkRead: () => void;
}

/** One message: what happened, to which claim or source, who did it and when. */
export function NotificationRow({ notification, onOpen, onMarkRead }: NotificationRowProps) {
  const { t, i18n } = useTranslation();
  const { kind, claim, source, actor, due_at, created_at, read_at } = notification;
  const Icon = ICONS[kind];
  const place = placeOf(notification);
  const about = claim?.text ?? source?.title ?? source?.url ?? "";
  const details = [
    claim?.article_title,
    actor && t("notifications.by", { name: actor }),
    due_at && t("notifications.due", { when: formatMoment(due_at, i18n.language) }),
    formatMoment(created_at, i18n.language),
  ];
  return (
    <li className={styles.row} data-unread={read_at ? undefined : ""}>
      <Icon size={18} aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        <strong>
          {t(`notifications.kinds.${kind}`)}
          {!read_at && <span className="visually-hidden">, {t("notifications.new")}</span>}
        </strong>
        {place ? (
          <Link to={place} onClick={onOpen}>
            {about}
          </Link>
        ) : (
          about && <span>{about}</span>
        )}
        <small>{details.filter(Boolean).join(" · ")}</small>
      </div>
      {!read_at && (
        <ActionIcon
          aria-label={t("notifications.markOne")}
          title={t("notifications.markOne")}
          onClick={onMarkRead}
        >
          <Check size={16} aria-hidden="true" />
        </ActionIcon>
      )}
    </li>
  );
}
