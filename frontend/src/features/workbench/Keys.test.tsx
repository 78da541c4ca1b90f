import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { keyLabel } from "@/keyboard/matchKey";
import { apiAnswers, page, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, CLAIM, desk } from "@/testing/reviewDesk";
import { match, ME, publication, queued, review, standing } from "@/testing/samples";

const OWN = { results: [review()], hidden_until_you_rate: 0 };
const DESK_OF_ALL = { ...ME, roles: ["moderator", "editor"] } as never;
const BEAS = { results: [review({ mine: false, author: { id: "8", display_name: "Bea" } })], hidden_until_you_rate: 0 };
const SETTLED = standing({
  state: "settled", why_not: "already-settled", may_reopen: true, why_not_reopen: "",
  verdict: { id: "v1", rating: "true", method: "adjudication", reason: "So.", settled_by: "Enea", created_at: "2026-03-02T10:00:00Z" },
});
const READY = { ready: true, gate: [] };
const QUEUE = page([queued("carried 12,000 people", { review_state: "accepted" })] as never);

test.each<[what: string, at: string, ready: string, script: Script]>([
  ["a proposal", AT, "Split", { "GET /articles/a1/claims/": page([{ ...CLAIM, review_state: "proposed" }] as never) }],
  ["a review being written", AT, "Add a source", { "GET /claims/c1/matches/": { results: [match(null)] } as never }],
  ["one’s own review", AT, "Revise", { "GET /claims/c1/annotations/": OWN as never }],
  ["a settled claim that can go out", AT, "Publish", {
    "GET /me/": DESK_OF_ALL, "GET /claims/c1/annotations/": BEAS as never,
    "GET /claims/c1/verdict/": SETTLED as never, "GET /claims/c1/publication/": publication(READY) as never,
  }],
  ["a published claim", AT, "Correct", {
    "GET /me/": DESK_OF_ALL, "GET /claims/c1/annotations/": BEAS as never,
    "GET /claims/c1/publication/": publication({ ...READY, state: "published" }) as never,
  }],
  ["the queue", "/queue?mode=first", "Take the next", { "GET /claims/": QUEUE, "GET /reviewers/": page([]) }],
])("on %s every printed key is in the list of keys, and none means two things", async (_, at, ready, script) => {
  apiAnswers(desk(script));
  const user = openDesk(at);
  await screen.findByRole("button", { name: new RegExp(`^${ready}`) });
  const printed = [...document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]:not(:disabled)")].map(
    (control) => keyLabel((control.getAttribute("aria-keyshortcuts") ?? "").replace("Control+", "mod+")),
  );
  expect(printed.length).toBeGreaterThan(4);
  await user.keyboard("?");
  const list = await screen.findByRole("dialog", { name: "Keys on this page" });
  const listed = within(list)
    .getAllByRole("term")
    .flatMap((term) => [...term.querySelectorAll("kbd")].map((key) => key.textContent));
  expect(listed).toEqual(expect.arrayContaining(printed));
  expect(listed).toEqual([...new Set(listed)]);
});

test("keys can be moved: the two change places, and so does what is printed", async () => {
  apiAnswers(desk());
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("?");
  await user.click(await screen.findByRole("button", { name: "Change keys" }));
  await user.click(screen.getByLabelText("Key for: Add a source"));
  await user.keyboard("h");
  expect(screen.getByLabelText("Key for: Add a source")).toHaveValue("h");
  expect(screen.getByLabelText("Key for: History")).toHaveValue("e");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByRole("button", { name: /Add a source/ })).toHaveTextContent("h");
  await user.keyboard("h");
  expect(screen.getByRole("combobox", { name: /Address, or words/ })).toHaveFocus();
});
