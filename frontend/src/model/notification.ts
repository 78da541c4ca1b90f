export const NOTIFICATION_KINDS = [
  "assigned",
  "disputed",
  "adjudicated",
  "source_dead",
  "source_changed",
  "corrected",
  "withdrawn",
  "report",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What a person was told about what others did. It holds no rating. */
export interface Notification {
  id: string;
  kind: NotificationKind;
  claim: { id: string; text: string; article: string; article_title: string } | null;
  source: { id: string; title: string; url: string } | null;
  /** Who did it; null for the machine. */
  actor: string | null;
  due_at: string | null;
  created_at: string;
  read_at: string | null;
}

export interface Unread {
  unread: number;
}

/** The desk's place where there is something to do about it. */
export function placeOf({ claim, source }: Notification): string | null {
  if (claim) return `/articles/${claim.article}?claim=${claim.id}`;
  return source ? "/dashboard" : null;
}
