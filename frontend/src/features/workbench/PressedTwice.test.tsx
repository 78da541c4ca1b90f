import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Answer, apiAnswers, held, page, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, CLAIM, desk } from "@/testing/reviewDesk";
import { article, ME, publication, queued, review, standing } from "@/testing/samples";

const EDITOR = { "GET /me/": { ...ME, roles: ["reviewer", "editor"] } as never };
const AGREED = standing({ state: "agreed", reviews_given: 2, may_settle: true, why_not: "", agreed_rating: "true" });
const VERDICT = { id: "v1", rating: "true", method: "agreement", reason: "", settled_by: "Enea", created_at: "2026-09-04T10:00:00Z" };
const SETTLED = standing({ state: "settled", reviews_given: 2, verdict: VERDICT as never, may_reopen: true, why_not_reopen: "" });
const HOLD = { id: "h1", reviewer: { id: "7", display_name: "Ada" }, mine: true, how: "taken", until: "2026-09-04T10:00:00Z" };
const TAKEN: Answer = { status: 201, body: { ...HOLD, claim: "c1", article: "a1", ending: "" } };
const QUEUE = (changes = {}) => ({ "GET /claims/": page([queued("12,000 people", { review_state: "accepted", ...changes })] as never) });

type Case = [what: string, at: string, script: Script, route: string, answer: Answer, shown: string | RegExp, twice: (user: UserEvent) => Promise<void>];
const press = (keys: string) => (user: UserEvent) => user.keyboard(keys);
const click = (name: string) => async (user: UserEvent) => user.dblClick(screen.getByRole("button", { name }));

const CASES: Case[] = [
  ["take the next claim", "/queue", QUEUE(), "POST /assignments/take/", TAKEN, "Take the next", click("Take the next")],
  ["take the next by key", "/queue", QUEUE(), "POST /assignments/take/", TAKEN, "Take the next", press("tt")],
  ["take this claim", "/queue", QUEUE(), "POST /assignments/take/", TAKEN, "Take this one", press("TT")],
  ["give a claim back", "/queue", QUEUE({ holds: [HOLD] as never }), "POST /assignments/give-back/",
    { body: { results: [{ ...HOLD, ending: "given_back" }] } as never }, "Give back", press("bb")],
  ["accept what is picked", "/queue", QUEUE({ review_state: "proposed" }), "POST /claims/decide/",
    { body: { results: [{ ...CLAIM, version: 2 }] } as never }, "Take the next", press("xaa")],
  ["settle a verdict", AT, { ...EDITOR, "GET /claims/c1/verdict/": AGREED as never }, "POST /claims/c1/verdict/",
    { status: 201, body: SETTLED as never }, "Settle the verdict", press("vv")],
  ["take a verdict back", AT, { ...EDITOR, "GET /claims/c1/verdict/": SETTLED as never }, "POST /claims/c1/verdict/reopen/",
    { status: 201, body: AGREED as never }, "Take the verdict back", press("VV")],
  ["send a review", AT, {}, "POST /claims/c1/annotations/", { status: 201, body: review() as never }, /Submit and next/,
    press("1rYes.{Control>}{Enter}{Enter}{/Control}")],
  ["withdraw a review", AT, { "GET /claims/c1/annotations/": { results: [review()], hidden_until_you_rate: 0 } as never },
    "DELETE /annotations/r1/", { body: review({ version: 2, withdrawn_at: "2026-03-03T10:00:00Z" }) as never }, "Withdraw", press("bb")],
];

test.each(CASES)("pressed twice: %s is asked for once", async (...given) => {
  const [what, at, script, route, answer, shown, twice] = given;
  const { wait, letGo } = held(answer);
  const heard = apiAnswers({ ...desk(script), [route]: wait });
  const user = openDesk(at);
  await screen.findAllByRole("button", { name: shown });
  await twice(user);
  letGo();
  await screen.findByText(what.startsWith("take ") && at !== AT ? "A tram for everyone" : /^Done: /, { selector: "h1, span" });
  expect(heard.filter(({ method }) => method === "POST" || method === "DELETE")).toHaveLength(1);
});

test("pressed twice: a request for a reply is logged once", async () => {
  const { wait, letGo } = held({ status: 201, body: publication() as never });
  const heard = apiAnswers(desk({ ...EDITOR, "GET /claims/c1/publication/": publication() as never, "POST /claims/c1/publication/replies/": wait }));
  const user = openDesk(AT);
  await user.click(await screen.findByRole("button", { name: "Log a request for a reply" }));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText(/Who was asked/), "The mayor");
  await user.keyboard("{Control>}{Enter}{Enter}{/Control}");
  letGo();
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(heard.filter(({ method }) => method === "POST")).toHaveLength(1);
});

test("pressed twice: an article is added once", async () => {
  const { wait, letGo } = held({ status: 202, body: article() as never });
  const heard = apiAnswers({ ...desk(), "GET /articles/": page([]), "POST /articles/": wait });
  const user = openDesk("/");
  await screen.findByText("No articles yet");
  await user.keyboard("n");
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText("The page’s address"), "https://post.example/tram");
  await user.keyboard("{Control>}{Enter}{Enter}{/Control}");
  letGo();
  await screen.findByRole("heading", { level: 1, name: "A tram for everyone" });
  expect(heard.filter(({ method }) => method === "POST")).toHaveLength(1);
});
