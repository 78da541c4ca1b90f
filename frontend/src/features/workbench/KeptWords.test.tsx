import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers, page, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { claim, ME, publication, review, standing } from "@/testing/samples";

const EDITOR: Script = { "GET /me/": { ...ME, roles: ["moderator", "editor"] } as never };
const OUT: Script = {
  ...EDITOR,
  "GET /claims/c1/publication/": publication({ state: "published", ready: true, gate: [], changes: ["headline"] }) as never,
};
const REVIEWED: Script = {
  ...EDITOR,
  "GET /claims/c1/annotations/": { results: [review({ id: "r8", mine: false })], hidden_until_you_rate: 0 } as never,
};
const DISPUTED: Script = {
  ...REVIEWED,
  "GET /claims/c1/verdict/": standing({ state: "disputed", reviews_given: 2, may_settle: true, why_not: "" }) as never,
};

type Case = [what: string, script: Script, route: string, button: string, field: RegExp];
const CASES: Case[] = [
  ["a withdrawal’s notice", OUT, "POST /claims/c1/publication/withdraw/", "Withdraw", /^Notice for the public/],
  ["a correction’s notice", OUT, "POST /claims/c1/publication/correct/", "Correct", /^Notice for the public/],
  ["the reason of an adjudication", DISPUTED, "POST /claims/c1/verdict/", "Adjudicate", /^Written reason/],
  ["why a review is hidden", REVIEWED, "POST /annotations/r8/hide/", "Hide this review", /^Reason/],
  ["the note on a request for a reply", EDITOR, "POST /claims/c1/publication/replies/", "Log a request for a reply", /^Note for the desk/],
];

test.each(CASES)("Esc takes no word of %s, and what was sent is gone", async (_, script, route, button, field) => {
  const heard = apiAnswers({ ...desk(script), [route]: () => ({ status: 201, body: (route.includes("/replies/") ? publication() : review({ id: "r8" })) as never }) });
  const user = openDesk(AT);
  const open = async () => {
    await user.click(await screen.findByRole("button", { name: button }));
    return within(await screen.findByRole("dialog")).getByLabelText(field);
  };
  await user.type(await open(), "So it is.{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const again = await open();
  expect(again).toHaveValue("So it is.");
  const [rating] = screen.queryAllByRole("radio", { name: /^True/ });
  if (rating) await user.click(rating);
  const asked = screen.queryByLabelText(/Who was asked/);
  if (asked) await user.type(asked, "The mayor");
  await user.click(again);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(JSON.stringify(heard.findLast(({ method }) => method === "POST")?.body)).toContain("So it is.");
  expect(await open()).toHaveValue("");
});

test("Esc takes no word of a rewording, and who logs in after finds none of it", async () => {
  apiAnswers(desk({ "GET /articles/a1/claims/": page([claim("carried 12,000 people")] as never) }));
  const user = openDesk(AT);
  await screen.findByRole("button", { name: "Reword" });
  await user.keyboard("w");
  await user.type(screen.getByLabelText("The claim in other words"), " a day{Escape}");
  await user.keyboard("w");
  expect(screen.getByLabelText("The claim in other words")).toHaveValue("carried 12,000 people a day");
  cleanup();
  apiAnswers({ "GET /me/": { ...ME, id: "8" } as never });
  openDesk(AT);
  await screen.findByRole("button", { name: "Reword" });
  await user.keyboard("w");
  expect(await screen.findByLabelText("The claim in other words")).toHaveValue("carried 12,000 people");
});
