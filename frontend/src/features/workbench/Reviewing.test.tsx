import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers, held, page, refusal } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { RATINGS, review } from "@/testing/samples";

test("a review by keyboard: rating, likeliest source, stance, words, sent; five keys", async () => {
  const heard = apiAnswers(
    desk({ "POST /claims/c1/annotations/": () => ({ status: 201, body: review() as never }) }),
  );
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("5e");
  expect(screen.getByRole("combobox", { name: /Address, or words/ })).toHaveFocus();
  await user.keyboard("{Enter}"); // before the list is there
  expect(await screen.findByText(/Copy kept on/)).toBeVisible();
  await user.keyboard("pf");
  await user.keyboard("The office counts 9,000.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(heard.some((call) => call.method === "POST")).toBe(true));
  expect(heard.find((call) => call.method === "POST")?.body).toEqual({
    rating: "false",
    rationale: "The office counts 9,000.",
    evidence: [
      {
        source: { id: "s1" },
        excerpt: "9,000 a day.",
        start: 14,
        stance: "refutes",
        note: "",
        is_primary: true,
      },
    ],
  });
});

test("a review isn't sent before rating and rationale are there, and says what is missing", async () => {
  apiAnswers(desk());
  const user = openDesk(AT);
  expect(await screen.findByText("Missing: the rating, the rationale")).toBeVisible();
  await user.keyboard("1");
  expect(screen.getByText("Missing: the rationale")).toBeVisible();
  expect(screen.getByRole("button", { name: /Submit and next/ })).toBeDisabled();
});

test("a review's form stands only with its scale: whoever sees it can rate", async () => {
  const scale = held({ body: page(RATINGS as never) });
  apiAnswers(desk({ "GET /ratings/": scale.wait }));
  const user = openDesk(AT);
  setTimeout(scale.letGo, 200);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("1");
  expect(screen.getByText("Missing: the rationale")).toBeVisible();
});

test("a scale that can't be read says so in the form's place, and is asked for again", async () => {
  let tries = 0;
  apiAnswers(
    desk({
      "GET /ratings/": () =>
        (tries += 1) === 1 ? refusal(403, "permission-denied") : { body: page(RATINGS as never) },
    }),
  );
  const user = openDesk(AT);
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { name: "Your review" })).toBeVisible();
});

test("a draft is kept on this machine and is there again", async () => {
  apiAnswers(desk());
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("3r");
  await user.keyboard("Half of it.");
  expect(await screen.findByText(/Draft saved here at/)).toBeVisible();
  const kept = JSON.parse(localStorage.getItem("vaglio.review.7.c1.new") ?? "null");
  expect(kept.draft).toMatchObject({ rating: "half_true", rationale: "Half of it." });
});

test("colleagues' reviews stay out of sight until one's own is given", async () => {
  apiAnswers(desk({ "GET /claims/c1/annotations/": { results: [], hidden_until_you_rate: 2 } }));
  openDesk(AT);
  expect(await screen.findByText(/2 colleagues’ reviews stay hidden/)).toBeVisible();
});

test("a review changed elsewhere: both are shown, and mine can be written over it", async () => {
  const mine = review();
  const theirs = review({ version: 4, rating: "false", rationale: "From the other window." });
  const heard = apiAnswers(
    desk({
      "GET /claims/c1/annotations/": { results: [mine as never], hidden_until_you_rate: 0 },
      "GET /annotations/r1/": theirs as never,
      "PATCH /annotations/r1/": ({ ifMatch }) =>
        ifMatch === '"4"'
          ? { body: { ...theirs, version: 5 } as never }
          : refusal(412, "stale-version"),
    }),
  );
  const user = openDesk(AT);
  await user.click(await screen.findByRole("button", { name: "Revise" }));
  await user.type(screen.getByLabelText("Rationale"), " Truly.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  const conflict = await screen.findByText("Someone changed this while you were writing");
  const note = conflict.closest("[role=alert]") as HTMLElement;
  expect(within(note).getByText("From the other window.")).toBeVisible();
  await user.click(within(note).getByRole("button", { name: "Compare word by word" }));
  const [gone] = note.querySelectorAll("del");
  expect(gone).toHaveTextContent("removed: False end.");
  await user.click(within(note).getByRole("button", { name: "Use mine" }));
  await waitFor(() => expect(heard.at(-1)?.method).not.toBe("PATCH"));
  const last = heard.filter((call) => call.method === "PATCH").at(-1);
  expect(last).toMatchObject({ ifMatch: '"4"', body: { rationale: "The figures agree. Truly." } });
});

test("a withdrawn review names its version, and undo gives it again", async () => {
  let own: unknown[] = [review({ version: 3 })];
  const heard = apiAnswers(
    desk({
      "GET /claims/c1/annotations/": () => ({
        body: { results: own as never, hidden_until_you_rate: 0 },
      }),
      "DELETE /annotations/r1/": () => {
        own = [];
        return { body: review({ version: 4, withdrawn_at: "2026-03-03T10:00:00Z" }) as never };
      },
      "POST /claims/c1/annotations/": () => ({ status: 201, body: review() as never }),
    }),
  );
  const user = openDesk(AT);
  await user.click(await screen.findByRole("button", { name: "Withdraw" }));
  await screen.findByText(/review withdrawn/);
  expect(heard.find((call) => call.method === "DELETE")?.ifMatch).toBe('"3"');
  expect(screen.getByRole("button", { name: /Undo: review withdrawn/ })).toBeEnabled();
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(heard.some((call) => call.method === "POST")).toBe(true));
  await screen.findByText("Undone: review withdrawn.");
  await user.keyboard("{Control>}{Shift>}Z{/Shift}{/Control}");
  await screen.findByText("Done again: review withdrawn.");
  expect(heard.filter((call) => call.method === "DELETE").at(-1)?.ifMatch).toBe('"1"');
});
