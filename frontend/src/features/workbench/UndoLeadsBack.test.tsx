import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { rememberQueue } from "@/api/assignments";
import type { QueueFilters } from "@/api/claims";
import { type Answer, apiAnswers, type Heard, page, refusal } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { article, claim, review, standing } from "@/testing/samples";

const RATED = claim("12,000 people", { review_state: "accepted" });
const NEXT = claim("fares fell by 4%", { id: "c3" });

/** Wait until the claim of these words stands open; gives its head. */
async function opened(words: string): Promise<HTMLElement> {
  const head = () => document.querySelector<HTMLElement>("[data-card][aria-expanded=true]");
  await waitFor(() => expect(head()).toHaveTextContent(words));
  return head() as HTMLElement;
}

test("undo of a sent review opens its claim again, with the words as they were sent", async () => {
  let own: unknown[] = [];
  const heard = apiAnswers(
    desk({
      "GET /articles/a1/claims/": page([RATED, NEXT] as never),
      "GET /claims/c1/annotations/": () => ({
        body: { results: own as never, hidden_until_you_rate: 0 },
      }),
      "POST /claims/c1/annotations/": () => {
        own = [review()];
        return { status: 201, body: review() as never };
      },
      "DELETE /annotations/r1/": () => {
        own = [];
        return { body: review({ withdrawn_at: "2026-03-03T10:00:00Z" }) as never };
      },
    }),
  );
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("5rThe office counts 9,000.{Control>}{Enter}{/Control}");
  await opened("fares fell");
  expect(await screen.findByText("Done: review submitted.")).toBeVisible();
  await user.keyboard("u");
  await opened("12,000 people");
  expect(await screen.findByLabelText("Rationale")).toHaveValue("The office counts 9,000.");
  expect(screen.getByText("Undone: review submitted.")).toBeVisible();
  expect(screen.queryByText(/Done: review submitted/)).toBeNull();
  await user.keyboard("U");
  await screen.findByText("Done again: review submitted.");
  expect(heard.filter((call) => call.method === "POST")[1]?.body).toMatchObject({
    rating: "false",
    rationale: "The office counts 9,000.",
  });
  await waitFor(() => expect(localStorage.getItem("vaglio.review.7.c1.new")).toBeNull());
});

/** The API as it takes a review, once it is let. */
function slow(answer: () => Answer) {
  let letGo = () => {};
  const allowed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const heard = apiAnswers(
    desk({
      "GET /articles/a1/claims/": page([RATED, NEXT] as never),
      "POST /claims/c1/annotations/": async () => {
        await allowed;
        return answer();
      },
      "DELETE /annotations/r1/": review({ withdrawn_at: "2026-03-03T10:00:00Z" }) as never,
    }),
  );
  return { heard, letGo: () => letGo() };
}

test("a review opened for revision while the rest is still read stays open", async () => {
  let own: unknown[] = [];
  let letGo = () => {};
  const rest = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  apiAnswers(
    desk({
      "GET /articles/a1/claims/": page([RATED] as never),
      "GET /claims/c1/annotations/": () => ({
        body: { results: own as never, hidden_until_you_rate: 0 },
      }),
      "GET /claims/c1/verdict/": async () => {
        if (own.length > 0) await rest;
        return { body: standing() as never };
      },
      "POST /claims/c1/annotations/": () => {
        own = [review()];
        return { status: 201, body: review() as never };
      },
    }),
  );
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("5rThe office counts 9,000.{Control>}{Enter}{/Control}");
  await user.click(await screen.findByRole("button", { name: /Revise/ }));
  expect(await screen.findByLabelText("Rationale")).toBeVisible();
  letGo();
  await screen.findByText("Done: review submitted.");
  expect(screen.getByLabelText("Rationale")).toBeVisible();
});

const withdrawals = (heard: readonly Heard[]) => heard.filter((call) => call.method === "DELETE");

test("an undo asked before the answer waits for it", async () => {
  const { heard, letGo } = slow(() => ({ status: 201, body: review() as never }));
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("5rThe office counts 9,000.{Control>}{Enter}z{/Control}");
  expect(await screen.findByText(/^Still being sent \(review submitted\)/)).toBeVisible();
  expect(withdrawals(heard)).toHaveLength(0);
  letGo();
  expect(await screen.findByText("Undone: review submitted.")).toBeVisible();
  expect(withdrawals(heard)).toHaveLength(1);
});

test("an undo asked while an act is refused takes nothing back", async () => {
  const { heard, letGo } = slow(() => refusal(409, "no-longer-blind"));
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("5rThe office.{Control>}{Enter}z{/Control}");
  await screen.findByText(/^Still being sent/);
  letGo();
  expect(await screen.findByText(/You have been able to see the others/)).toBeVisible();
  expect(withdrawals(heard)).toHaveLength(0);
  await waitFor(() => expect(screen.getByLabelText("Rationale")).toHaveFocus());
});

test("undo of a dismissal opens the claim that was dismissed", async () => {
  const first = claim("12,000 people");
  apiAnswers(
    desk({
      "GET /articles/a1/claims/": page([first, NEXT] as never),
      "POST /claims/c1/dismiss/": {
        ...first, review_state: "dismissed", dismissal: "opinion", version: 2,
      } as never,
      "POST /claims/c1/reopen/": { ...first, version: 3 } as never,
    }),
  );
  const user = openDesk(AT);
  await opened("12,000 people");
  await user.keyboard("d");
  expect(screen.getByRole("group", { name: "Why dismiss it?" })).toHaveFocus();
  await user.keyboard("{Escape}");
  const asked = await opened("12,000 people");
  await waitFor(() => expect(asked).toHaveFocus());
  await user.keyboard("do");
  await opened("fares fell");
  await user.keyboard("u");
  const head = await opened("12,000 people");
  await waitFor(() => expect(head).toHaveFocus());
});

test("undo leads back into the article one came from", async () => {
  rememberQueue({ mode: "triage" } as QueueFilters);
  const first = claim("12,000 people");
  const far = claim("fares fell by 4%", { id: "c9", article: "a2" });
  apiAnswers(
    desk({
      "GET /articles/a1/claims/": page([first, NEXT] as never),
      "POST /claims/c1/dismiss/": {
        ...first, review_state: "dismissed", dismissal: "opinion", version: 2,
      } as never,
      "POST /claims/c1/reopen/": { ...first, version: 3 } as never,
      "POST /assignments/take/": { article: "a2", claim: "c9" } as never,
      "GET /articles/a2/": article({ id: "a2" }) as never,
      "GET /articles/a2/verdicts/": { results: [] },
      "GET /articles/a2/claims/": page([far] as never),
      "GET /articles/a2/sentences/": page([]),
    }),
  );
  const user = openDesk(AT);
  await opened("12,000 people");
  await user.keyboard("do");
  await opened("fares fell");
  await user.keyboard("t");
  await waitFor(() => expect(document.querySelector("[data-card]")).toHaveAttribute("data-card", "c9"));
  await user.keyboard("u");
  await opened("12,000 people");
  expect(await screen.findByText(/^Undone: /)).toBeVisible();
});

test("the next claim takes the focus from the choice of claims", async () => {
  apiAnswers(desk({ "GET /articles/a1/claims/": page([RATED, NEXT] as never) }));
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.click(screen.getByRole("button", { name: /^All/ }));
  await user.keyboard("j");
  const head = await opened("fares fell");
  await waitFor(() => expect(head).toHaveFocus());
});
