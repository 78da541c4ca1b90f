import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers, page, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, CLAIM, desk } from "@/testing/reviewDesk";
import { claim, ME, review } from "@/testing/samples";

const FIXED = { ...CLAIM, fixed: true };
const SPLIT = { ...CLAIM, review_state: "dismissed", dismissal: "split", fixed: false };
const part = (changes: object) => claim("fares fell by 4%", { id: "c2", made_from: ["c1"], ...changes });
const BEAS = { results: [review({ mine: false, author: { id: "8", display_name: "Bea" } })], hidden_until_you_rate: 0 };
const claims = (...all: object[]): Script => ({ "GET /articles/a1/claims/": page(all as never) });
const RESHAPING = ["Reopen", "Reword", "Split", "Merge"];

test.each<[what: string, script: Script, offered: string[], said: RegExp | null]>([
  ["free", claims(CLAIM), RESHAPING, null],
  ["reviewed", claims(FIXED), [], /People’s work rests on this claim/],
  ["split in two that are free", claims(SPLIT, part({})), ["Reopen", "Reword"], null],
  ["split in two of which one is reviewed", claims(SPLIT, part({ fixed: true })), ["Reword"], /in use already/],
])("of a claim that is %s only what the server does is offered", async (_, script, offered, said) => {
  apiAnswers(desk(script));
  openDesk(AT);
  await screen.findByRole("button", { name: /^History/ });
  const there = RESHAPING.filter((name) => screen.queryByRole("button", { name: new RegExp(`^${name}`) }));
  expect(there).toEqual(offered);
  const words = screen.queryByText(/People’s work rests|in use already/);
  if (said) expect(words).toHaveTextContent(said);
  else expect(words).toBeNull();
});

test("who has read colleagues’ ratings is offered no review of their own, and told why", async () => {
  const both = { ...ME, roles: ["reviewer", "editor"] };
  apiAnswers(desk({ "GET /me/": both as never, "GET /claims/c1/annotations/": BEAS as never }));
  openDesk(AT);
  const own = await screen.findByRole("region", { name: "Your review" });
  expect(within(own).queryByRole("button")).toBeNull();
  expect(own).toHaveTextContent(/You have been able to see/);
});

test("who rates no claims any more keeps the review they wrote as it is", async () => {
  const OWN = { results: [review()], hidden_until_you_rate: 0 };
  apiAnswers(
    desk({ "GET /me/": { ...ME, roles: ["editor"] } as never, "GET /claims/c1/annotations/": OWN as never }),
  );
  openDesk(AT);
  const own = await screen.findByRole("region", { name: "Your review" });
  expect(within(own).queryByRole("button", { name: /Revise|Withdraw/ })).toBeNull();
});
