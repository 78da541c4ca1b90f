import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Notification } from "@/model/notification";
import { apiAnswers, page } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { claim, ME } from "@/testing/samples";

const WHEN = "2026-03-02T10:00:00Z";

function notification(changes: Partial<Notification> = {}): Notification {
  return {
    id: "n1",
    kind: "disputed",
    claim: { id: "c1", text: "fares fell by 4%", article: "a1", article_title: "A tram" },
    source: null,
    actor: null,
    due_at: null,
    created_at: WHEN,
    read_at: null,
    ...changes,
  };
}

function deskWith(told: Notification[], me: object = {}) {
  let unread = told.filter(({ read_at }) => !read_at).length;
  return apiAnswers({
    "GET /me/": { ...ME, ...me } as never,
    "PATCH /me/": ({ body }) => ({ body: { ...ME, ...me, ...(body as object) } as never }),
    "GET /articles/": page([]),
    "GET /claims/": page([claim("12,000 people") as never]),
    "GET /notifications/unread/": () => ({ body: { unread } }),
    "GET /notifications/": page(told as never[]),
    "POST /notifications/read/": () => ({ body: { unread: (unread = 0) } }),
    "POST /notifications/n1/read/": () => ({ body: { unread: (unread -= 1) } }),
  });
}

test("the bell says how much is new, opens by its key and closes by Escape", async () => {
  deskWith([notification(), notification({ id: "n2", kind: "assigned", actor: "Enea", due_at: WHEN })]);
  const user = openDesk("/");
  const bell = await screen.findByRole("button", { name: "Notifications: 2 unread" });
  expect(bell.parentElement).toHaveTextContent("2");
  await user.keyboard("N");
  expect(await screen.findByRole("dialog", { name: "Notifications" })).toBeVisible();
  expect(await screen.findByText("A claim is disputed")).toBeVisible();
  expect(screen.getByText(/by Enea · due/)).toBeVisible();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});

test("all that was seen is marked as read, newer ones aren't", async () => {
  const heard = deskWith([notification(), notification({ id: "n2", created_at: "2026-03-01T10:00:00Z" })]);
  const user = openDesk("/");
  await user.click(await screen.findByRole("button", { name: "Notifications: 2 unread" }));
  await user.click(await screen.findByRole("button", { name: "Mark all as read" }));
  expect(
    await screen.findByRole("button", { name: "Notifications: 0 unread", hidden: true }),
  ).toBeInTheDocument();
  expect(heard.find(({ path }) => path === "/notifications/read/")?.body).toEqual({ until: WHEN });
});

test("a notification leads to its claim and is read with that", async () => {
  const heard = deskWith([notification()]);
  const user = openDesk("/");
  await user.click(await screen.findByRole("button", { name: "Notifications: 1 unread" }));
  const link = await screen.findByRole("link", { name: "fares fell by 4%" });
  expect(link).toHaveAttribute("href", "/articles/a1?claim=c1");
  await user.click(link);
  await waitFor(() => expect(heard.some(({ path }) => path === "/notifications/n1/read/")).toBe(true));
});

test("mails are switched off where the site sends any", async () => {
  const heard = deskWith([], { mail_is_configured: true });
  const user = openDesk("/");
  await user.click(await screen.findByRole("button", { name: "Notifications: 0 unread" }));
  expect(await screen.findByText("Nothing new")).toBeVisible();
  await user.click(screen.getByRole("switch", { name: "Also by e-mail" }));
  await waitFor(() =>
    expect(heard.find(({ method }) => method === "PATCH")?.body).toEqual({ mail_notifications: false }),
  );
});
