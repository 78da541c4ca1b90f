import type { ArticleLanguage } from "./article";

export type Role = "reviewer" | "moderator" | "editor";

/** The person who is logged in. */
export interface Me {
  id: string | number;
  username: string;
  display_name: string;
  roles: Role[];
  interface_language: ArticleLanguage;
  reviews_needed: number;
  mail_notifications: boolean;
  /** Does the site have a mail server at all? */
  mail_is_configured: boolean;
  /** Does the admin panel let them in? */
  may_open_panel: boolean;
}

/** May this person settle disputes? */
export function mayAdjudicate(me: Me): boolean {
  return me.roles.includes("editor") || me.roles.includes("moderator");
}

/** May this person put claims before the public? */
export function mayPublish(me: Me): boolean {
  return me.roles.includes("editor");
}

/** May this person rate claims, and so take them? */
export function mayReview(me: Me): boolean {
  return me.roles.includes("reviewer");
}

/** May this person give claims to others? */
export function mayAssign(me: Me): boolean {
  return mayAdjudicate(me);
}
