import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Answer, apiAnswers, held, page, refusal, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, CLAIM, desk, NONE } from "@/testing/reviewDesk";
import { claim, ME, publication, review, standing } from "@/testing/samples";

const EDITOR = { ...ME, roles: ["moderator", "editor"] } as never;
const NEXT = claim("fares fell by 4%", { id: "c3" });
const MADE = { ...CLAIM, id: "n1", fixed: true };
const RESHAPED = { made: [MADE], origins: [{ ...CLAIM, review_state: "dismissed", version: 2 }] };
const TO_RESHAPE = { "GET /articles/a1/claims/": page([CLAIM, NEXT] as never) };
const CAN_GO_OUT = { ready: true, gate: [], changes: ["headline"] } as never;
const READY = { "GET /me/": EDITOR, "GET /claims/c1/publication/": publication(CAN_GO_OUT) as never };
const OUT = {
  "GET /me/": EDITOR,
  "GET /claims/c1/publication/": publication({ ready: true, gate: [], changes: ["headline"], state: "published" } as never) as never,
};
const BEAS = review({ id: "r8", mine: false, author: { id: "8", display_name: "Bea" } });
const MODERATING = {
  "GET /me/": EDITOR,
  "GET /claims/c1/annotations/": { results: [BEAS], hidden_until_you_rate: 0 } as never,
};

type Act = [what: string, button: string, dialog: string, fill: (user: UserEvent, dialog: HTMLElement) => Promise<void>, route: string, given: Script, answer: Answer, after: string];

const notice = async (user: UserEvent, dialog: HTMLElement) =>
  user.type(within(dialog).getByRole("textbox"), "So it is.");
const ACTS: Act[] = [
  ["splitting", "Split", "Split the claim", (user, dialog) => user.click(within(dialog).getByRole("button", { name: "12,000" })),
    "POST /claims/c1/split/", TO_RESHAPE, { status: 201, body: RESHAPED as never }, "Undone: claim split."],
  ["merging", "Merge", "Merge claims", (user, dialog) => user.click(within(dialog).getByRole("checkbox", { name: "fares fell by 4%" })),
    "POST /claims/c1/merge/", TO_RESHAPE, { status: 201, body: RESHAPED as never }, "Undone: claims merged."],
  ["publishing", "Publish", "Publish the claim", async () => {},
    "POST /claims/c1/publication/publish/", READY, { status: 201, body: {} }, "Withdraw what is published"],
  ["correcting", "Correct", "Correct what is published", notice,
    "POST /claims/c1/publication/correct/", OUT, { status: 201, body: {} }, "Withdraw what is published"],
  ["withdrawing", "Withdraw", "Withdraw what is published", notice,
    "POST /claims/c1/publication/withdraw/", OUT, { status: 201, body: {} }, "Publish anew"],
  ["hiding a review", "Hide this review", "Hide this review", notice,
    "POST /annotations/r8/hide/", MODERATING, { body: { ...BEAS, hidden: true } as never }, "Undone: review hidden."],
];

/** Do one act whose answer waits, close its dialog, and ask for an undo; gives what lets the answer come. */
async function actAndUndo([, button, name, fill, route, given]: Act, answer: Answer) {
  const { wait, letGo } = held(answer);
  const heard = apiAnswers(
    desk({
      "POST /claims/c1/reopen/": CLAIM as never,
      "POST /annotations/r8/restore/": BEAS as never,
      "GET /claims/c1/history/": { results: [] },
      "GET /claims/c1/verdicts/": { results: [] },
      "GET /annotations/r8/history/": { results: [] },
      ...given,
      [route]: wait,
    }),
  );
  const user = openDesk(AT);
  await user.click(await screen.findByRole("button", { name: button }));
  const dialog = await screen.findByRole("dialog", { name });
  await fill(user, dialog);
  await user.click(within(dialog).getByRole("button", { name: button }));
  await user.click(within(dialog).getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("u");
  return { user, letGo, posts: () => heard.filter((call) => call.method === "POST") };
}

test.each(ACTS)("an undo asked before the answer to %s is here waits for it", async (...act) => {
  const { letGo, posts } = await actAndUndo(act, act[6]);
  expect(await screen.findByText(/^Still being sent/)).toBeVisible();
  expect(posts()).toHaveLength(1);
  letGo();
  expect(await screen.findByText(act[7])).toBeVisible();
});

test.each(ACTS)("a refusal of %s is told though its dialog was closed", async (...act) => {
  const { user, letGo, posts } = await actAndUndo(act, refusal(409, "wrong-state"));
  await user.keyboard("h");
  const history = await screen.findByRole("dialog");
  letGo();
  expect(await screen.findByText(/can’t be done in the present state/)).toBeVisible();
  expect(history).toBeInTheDocument();
  expect(posts()).toHaveLength(1);
});

test("an undo asked before the answer to adding a claim is here waits for it", async () => {
  const { wait, letGo } = held({ status: 201, body: MADE as never });
  const heard = apiAnswers(
    desk({
      "GET /articles/a1/sentences/": page([{ start: 0, end: 45 }] as never),
      "POST /articles/a1/claims/": wait,
      "POST /claims/n1/dismiss/": { ...MADE, review_state: "dismissed", dismissal: "taken_back", version: 2 } as never,
      "GET /claims/n1/annotations/": NONE,
      "GET /claims/n1/verdict/": standing() as never,
      "GET /claims/n1/publication/": publication() as never,
    }),
  );
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await waitFor(async () => {
    await user.keyboard("]");
    expect(screen.getByRole("button", { name: "New claim" })).toBeVisible();
  });
  await user.keyboard("{Enter}");
  const dialog = await screen.findByRole("dialog", { name: "New claim" });
  await user.click(within(dialog).getByRole("button", { name: /^Add/ }));
  await user.click(within(dialog).getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("u");
  expect(await screen.findByText(/^Still being sent/)).toBeVisible();
  letGo();
  expect(await screen.findByText(/^Undone: /)).toBeVisible();
  expect(heard.findLast(({ method }) => method === "POST")?.body).toEqual({ reason: "taken_back" });
});
