import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { formatTime } from "@/i18n/format";
import { initialsOf } from "@/model/assignment";
import { apiAnswers, page } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { article, claim, ME, RATINGS } from "@/testing/samples";

const UNTIL = "2026-03-02T10:50:00Z";
const BASE = {
  "GET /me/": ME as never,
  "GET /ratings/": page(RATINGS as never),
  "GET /articles/a1/": article() as never,
  "GET /articles/a1/verdicts/": { results: [] },
  "GET /articles/a1/claims/": page([claim("12,000 people")] as never),
  "GET /articles/a1/sentences/": page([]),
};
const SEEN = {
  looking: [
    { id: "7", display_name: "Ada", since: UNTIL, mine: true },
    { id: "8", display_name: "Bruno Costa", since: UNTIL, mine: false },
  ],
  holds: [
    {
      id: "h1",
      reviewer: { id: "8", display_name: "Bruno Costa" },
      how: "taken",
      until: UNTIL,
      overdue: false,
      mine: false,
    },
  ],
};

test("the workbench tells who else is at the open claim and who holds it until when", async () => {
  const heard = apiAnswers({ ...BASE, "PUT /claims/c1/presence/": SEEN });
  openDesk("/articles/a1?claim=c1");
  expect(await screen.findByText("Bruno Costa is looking at this claim too")).toBeInTheDocument();
  const until = formatTime(new Date(UNTIL), "en");
  expect(screen.getByText(`held by Bruno Costa until ${until}`)).toBeVisible();
  expect(screen.getByText("BC")).toBeVisible();
  expect(screen.queryByText("AD")).toBeNull(); // oneself is no news
  const sign = heard.find((call) => call.method === "PUT");
  expect(sign?.body).toEqual({ active: true });
});

test("leaving a claim is told at once", async () => {
  const heard = apiAnswers({
    ...BASE,
    "PUT /claims/c1/presence/": SEEN,
    "DELETE /claims/c1/presence/": () => ({ body: {} }),
    "GET /articles/": page([]),
  });
  const user = openDesk("/articles/a1?claim=c1");
  await screen.findByText("BC");
  await user.keyboard("G");
  await waitFor(() => expect(heard.map((call) => call.method)).toContain("DELETE"));
});

test.each([
  ["Ada Neri", "AN"],
  ["ada", "A"],
  ["Ève de la Tour", "ÈT"],
  ["👩🏽‍🚀 Zoe", "👩Z"],
  ["", ""],
])("initials of %j", (name, initials) => expect(initialsOf(name)).toBe(initials));
