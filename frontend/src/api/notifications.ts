import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Notification, Unread } from "@/model/notification";
import type { Page } from "@/model/page";
import type { Me } from "@/model/person";
import { send } from "./client";

const POLL_MS = 60_000;
const LIST = ["notifications"];
const COUNT = ["notifications", "unread"];

/** How many notifications wait; asked again every minute, which unchanged costs an empty answer. */
export function useUnread(): number {
  const { data } = useQuery({
    queryKey: COUNT,
    queryFn: ({ signal }) => send<Unread>("/notifications/unread/", { signal }),
    refetchInterval: POLL_MS,
  });
  return data?.unread ?? 0;
}

/** One's own notifications, newest first. */
export function useNotifications() {
  return useInfiniteQuery({
    queryKey: [...LIST, "list"],
    queryFn: ({ pageParam, signal }) => send<Page<Notification>>(pageParam, { signal }),
    initialPageParam: "/notifications/?page_size=20",
    getNextPageParam: (page) => page.next,
  });
}

/** Mark one as read, or all up to the moment of the newest one that was seen. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: { id: string } | { until: string }) =>
      "id" in which
        ? send<Unread>(`/notifications/${which.id}/read/`, { method: "POST" })
        : send<Unread>("/notifications/read/", { method: "POST", body: which }),
    onSuccess: (unread) => {
      client.setQueryData(COUNT, unread);
      return client.invalidateQueries({ queryKey: [...LIST, "list"] });
    },
  });
}

/** Switch this person's mails on or off. */
export function useSwitchMails() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isOn: boolean) =>
      send<Me>("/me/", { method: "PATCH", body: { mail_notifications: isOn } }),
    onSuccess: (me) => client.setQueryData(["me"], me),
  });
}
