import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { MatchDecision } from "@/model/earlierClaim";
import { apiAnswers } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { match } from "@/testing/samples";

test("an earlier claim is called the same, and that is taken back", async () => {
  const heard = apiAnswers({
    ...desk(),
    "GET /claims/c1/matches/": { results: [match(null) as never] },
    "POST /claims/c1/matches/m1/decision/": ({ body }) => ({
      body: { results: [match((body as { decision: MatchDecision | null }).decision)] } as never,
    }),
  });
  const user = openDesk(AT);
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
