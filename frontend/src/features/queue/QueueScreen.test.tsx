import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers, page, refusal } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { claim, ME } from "@/testing/samples";

const FIRST = { ...claim("12,000 people"), article_title: "A tram for everyone" };
const SECOND = { ...claim("fares fell by 4%"), id: "c2", article_title: "A tram for everyone" };
const BASE = { "GET /me/": ME as never, "GET /claims/": page([FIRST, SECOND] as never) };

const cards = () => screen.getAllByRole("listitem").filter((item) => item.querySelector("mark"));

test("one key accepts and moves on, another takes it back", async () => {
  const heard = apiAnswers({
    ...BASE,
    "POST /claims/c1/accept/": { ...FIRST, review_state: "accepted", version: 2 } as never,
    "POST /claims/c1/reopen/": { ...FIRST, version: 3 } as never,
  });
  const user = openDesk("/queue");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("ja");
  await waitFor(() => expect(cards()[1]).toHaveAttribute("aria-current", "true"));
  expect(within(cards()[0] as HTMLElement).getByText("accepted")).toBeVisible();
  await user.keyboard("u");
  await waitFor(() => expect(within(cards()[0] as HTMLElement).getByText("proposed")).toBeVisible());
  const acts = heard.filter((call) => call.method === "POST");
  expect(acts.map((call) => [call.path, call.ifMatch])).toEqual([
    ["/claims/c1/accept/", '"1"'],
    ["/claims/c1/reopen/", '"2"'],
  ]);
});

test("dismissing asks for a reason, given by one key", async () => {
  const heard = apiAnswers({
    ...BASE,
    "POST /claims/c1/dismiss/": {
      ...FIRST,
      review_state: "dismissed",
      dismissal: "prediction",
      version: 2,
    } as never,
  });
  const user = openDesk("/queue");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("jd");
  expect(screen.getByRole("group", { name: "Why dismiss it?" })).toBeVisible();
  await user.keyboard("p");
  expect(await screen.findByText("dismissed: a prediction")).toBeVisible();
  expect(heard.at(-1)?.body).toEqual({ reason: "prediction" });
});

test("a claim that changed meanwhile is shown anew and the act isn't done", async () => {
  apiAnswers({
    ...BASE,
    "POST /claims/c1/accept/": () => refusal(412, "stale-version"),
    "GET /claims/c1/": { ...FIRST, review_state: "accepted", version: 5 } as never,
  });
  const user = openDesk("/queue");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("ja");
  expect(await screen.findByText(/Someone changed this in the meantime/)).toBeVisible();
  expect(within(cards()[0] as HTMLElement).getByText("accepted")).toBeVisible();
});

test("the list of keys shows what works here, and the keys can be switched off", async () => {
  const heard = apiAnswers(BASE);
  const user = openDesk("/queue");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("j?");
  const dialog = await screen.findByRole("dialog", { name: "Keys on this page" });
  expect(within(dialog).getByText("Accept")).toBeVisible();
  await user.click(within(dialog).getByRole("switch", { name: /Single keys work/ }));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("a");
  expect(heard.filter((call) => call.method === "POST")).toEqual([]);
});
