import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { MatchDecision } from "@/model/earlierClaim";
import { apiAnswers, page } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { article, claim, match, ME, RATINGS } from "@/testing/samples";

const CLAIM = claim("carried 12,000 people");

test("an earlier claim is called the same, and that is taken back", async () => {
  const heard = apiAnswers({
    "GET /me/": ME as never,
    "GET /ratings/": page(RATINGS as never),
    "GET /articles/a1/": article() as never,
    "GET /articles/a1/verdicts/": { results: [] },
    "GET /articles/a1/claims/": page([CLAIM] as never),
    "GET /articles/a1/sentences/": page([]),
    "GET /claims/c1/matches/": { results: [match(null) as never] },
    "POST /claims/c1/matches/m1/decision/": ({ body }) => ({
      body: { results: [match((body as { decision: MatchDecision | null }).decision)] } as never,
    }),
  });
  const user = openDesk("/articles/a1?claim=c1");
  const earlier = within(await screen.findByRole("region", { name: "Checked before" }));
  expect(earlier.getByRole("link", { name: /nine thousand/ })).toHaveAttribute(
    "href",
    "https://vaglio.example/claims/c9/",
  );
  expect(earlier.getByText(/91/)).toBeVisible();
  await user.click(earlier.getByRole("button", { name: /^Same/ }));
  expect(await earlier.findByText("The same claim, says Ada Neri")).toBeVisible();
  await user.click(earlier.getByRole("button", { name: /^Take back/ }));
  expect(await earlier.findByRole("button", { name: /^Different/ })).toBeVisible();
  expect(heard.filter((call) => call.method === "POST").map((call) => call.body)).toEqual([
    { decision: "same" },
    { decision: null },
  ]);
});

test("a key says it of the first that nobody has judged", async () => {
  const said = () => ({ body: { results: [match("same")] } as never });
  const heard = apiAnswers({
    ...desk({ "GET /claims/c1/matches/": { results: [match(null)] } as never }),
    "POST /claims/c1/matches/m1/decision/": said,
  });
  const user = openDesk(AT);
  await screen.findByText("Already checked?");
  await user.keyboard("y");
  expect(await screen.findByText(/Ada Neri/)).toBeVisible();
  expect(heard.find((call) => call.method === "POST")?.body).toEqual({ decision: "same" });
});
