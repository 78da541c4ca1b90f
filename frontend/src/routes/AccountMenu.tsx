import { ActionIcon } from "@mantine/core";
import { LogOut, Settings } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { csrfToken } from "@/api/client";
import type { Me } from "@/model/person";
import styles from "./Shell.module.css";

/** Who is logged in, in which roles; the way to the admin panel for who may go there, and out. */
export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const token = useRef<HTMLInputElement>(null);
  return (
    <form
      className={styles.account}
      method="post"
      action="/accounts/logout/"
      onSubmit={() => {
        // the token may have changed since this was drawn
        if (token.current) token.current.value = csrfToken();
      }}
    >
      <input ref={token} type="hidden" name="csrfmiddlewaretoken" />
      <span className={styles.person}>
        <span>{me.display_name || me.username}</span>
        <small>{me.roles.map((role) => t(`roles.${role}`)).join(", ")}</small>
      </span>
      {me.may_open_panel && (
        <ActionIcon
          component="a"
          href="/admin/"
          aria-label={t("shell.panel")}
          title={t("shell.panel")}
        >
          <Settings size={17} aria-hidden="true" />
        </ActionIcon>
      )}
      <ActionIcon type="submit" aria-label={t("shell.logOut")} title={t("shell.logOut")}>
        <LogOut size={17} aria-hidden="true" />
      </ActionIcon>
    </form>
  );
}
