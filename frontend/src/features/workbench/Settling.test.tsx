import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import type { Evidence, Stance } from "@/model/review";
import { ME, publication, review, source, standing } from "@/testing/samples";

function cited(stance: Stance): Evidence {
  return {
    id: stance,
    source: source(),
    excerpt: "9,000 a day.",
    stance,
    note: "",
    is_primary: false,
    position: 0,
    anchor: null,
  };
}

test("reviews that agree are settled in one act", async () => {
  const editor = { ...ME, roles: ["editor"] };
  const agreed = standing({
    state: "agreed", reviews_given: 2, may_settle: true, why_not: "", agreed_rating: "true",
  });
  const heard = apiAnswers(
    desk({
      "GET /me/": editor as never,
      "GET /claims/c1/verdict/": agreed as never,
      "POST /claims/c1/verdict/": () => ({ status: 201, body: {} }),
    }),
  );
  const user = openDesk(AT);
  await screen.findByText("The reviews agree.");
  await user.keyboard("v");
  expect(await screen.findByText("Done: verdict settled.")).toBeVisible();
  expect(heard.find((call) => call.method === "POST")?.body).toEqual({});
});

test("who may not settle reads who does", async () => {
  const agreed = standing({
    state: "agreed", reviews_given: 2, may_settle: false, why_not: "not-allowed", agreed_rating: "true",
  });
  apiAnswers(desk({ "GET /claims/c1/verdict/": agreed as never }));
  openDesk(AT);
  expect(await screen.findByText("An editor or a moderator settles it.")).toBeVisible();
});

test("an undo asked while a claim is being settled waits, then takes the verdict back", async () => {
  let letGo = () => {};
  const allowed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const agreed = standing({
    state: "agreed", reviews_given: 2, may_settle: true, why_not: "", agreed_rating: "true",
  });
  const verdict = { id: "v1", rating: "true", method: "agreement" };
  const heard = apiAnswers(
    desk({
      "GET /me/": { ...ME, roles: ["editor"] } as never,
      "GET /claims/c1/verdict/": agreed as never,
      "POST /claims/c1/verdict/": async () => {
        await allowed;
        return { status: 201, body: { ...agreed, state: "settled", verdict } as never };
      },
      "POST /claims/c1/verdict/reopen/": agreed as never,
    }),
  );
  const user = openDesk(AT);
  await screen.findByText("The reviews agree.");
  await user.keyboard("vu");
  expect(await screen.findByText(/^Still being sent \(verdict settled\)/)).toBeVisible();
  letGo();
  expect(await screen.findByText("Undone: verdict settled.")).toBeVisible();
  expect(heard.filter((call) => call.path === "/claims/c1/verdict/reopen/")).toHaveLength(1);
});

test("a dispute is adjudicated beside the reviews, with a rating and a reason", async () => {
  const moderator = { ...ME, roles: ["moderator"] };
  const theirs = [
    review({
      mine: false, author: { id: "8", display_name: "Bea" }, evidence: [cited("supports")],
    }),
    review({
      id: "r2",
      mine: false,
      author: { id: "9", display_name: "Cleo" },
      rating: "false",
      evidence: [cited("refutes")],
    }),
  ];
  const heard = apiAnswers(
    desk({
      "GET /me/": moderator as never,
      "GET /claims/c1/annotations/": { results: theirs as never, hidden_until_you_rate: 0 },
      "GET /claims/c1/verdict/": standing({
        state: "disputed", reviews_given: 2, may_settle: true, why_not: "",
      }) as never,
      "POST /claims/c1/verdict/": () => ({ status: 201, body: {} }),
    }),
  );
  const user = openDesk(AT);
  await screen.findByText("Disputed");
  await user.keyboard("v");
  const dialog = await screen.findByRole("dialog", { name: "Adjudicate the dispute" });
  expect(within(dialog).getByRole("article", { name: "Review by Bea" })).toBeVisible();
  expect(within(dialog).getByRole("article", { name: "Review by Cleo" })).toBeVisible();
  const merged = within(dialog).getByRole("region", { name: "The one source of all reviews" });
  expect(within(merged).getAllByRole("link")).toHaveLength(1);
  expect(merged).toHaveTextContent(/Bea: supports it.*Cleo: refutes it/);
  // the scale has the focus, and the digits work on it
  expect(within(dialog).getByRole("radio", { name: "True" })).toHaveFocus();
  await user.keyboard("4");
  expect(within(dialog).getByRole("radio", { name: /Misleading/ })).toBeChecked();
  await user.type(within(dialog).getByLabelText(/Written reason/), "Both figures hold.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Done: verdict settled.");
  expect(heard.find((call) => call.method === "POST")?.body).toEqual({
    rating: "misleading",
    reason: "Both figures hold.",
  });
});

test("an editor's draft is kept by itself, and one key leads to what is missing, then publishes", async () => {
  const editor = { ...ME, roles: ["editor"] };
  const heard = apiAnswers(
    desk({
      "GET /me/": editor as never,
      "PUT /claims/c1/publication/draft/": () => ({
        body: publication({
          draft: { ...publication().draft, headline: "Fewer than said", version: 1 },
          gate: publication().gate.map((condition) => ({ ...condition, met: true })),
          ready: true,
        }) as never,
      }),
    }),
  );
  const user = openDesk(AT);
  const missing = await screen.findByRole("button", { name: "A headline for the verdict." });
  await user.keyboard("P");
  expect(missing).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(screen.getByLabelText("Headline of the verdict")).toHaveFocus();
  expect(screen.getByRole("button", { name: "Publish" })).toBeDisabled();
  await user.keyboard("Fewer than said");
  expect(await screen.findByText(/Saved at/, {}, { timeout: 5_000 })).toBeVisible();
  expect(screen.getByRole("button", { name: "Publish" })).toBeEnabled();
  const put = heard.find((call) => call.method === "PUT");
  expect(put).toMatchObject({ ifMatch: '"0"', body: { headline: "Fewer than said" } });
  await user.keyboard("{Escape}P");
  expect(await screen.findByRole("dialog", { name: "Publish the claim" })).toBeVisible();
  await waitFor(() => expect(screen.getByRole("button", { name: "Cancel" })).toHaveFocus());
  await user.keyboard("{Enter}"); // as before, on the way to what was missing
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(heard.some((call) => call.method === "POST")).toBe(false);
});

test("the history tells each version of claim, review and verdict, word by word", async () => {
  const at = "2026-03-02T10:00:00Z";
  const entry = (act: string, changes: object) => ({ at, by: "Ada", act, changes });
  apiAnswers(
    desk({
      "GET /claims/c1/annotations/": { results: [review() as never], hidden_until_you_rate: 0 },
      "GET /claims/c1/history/": {
        results: [
          entry("insert", {}),
          entry("update", { text: ["The tram carried many.", "The tram carried 12,000."], version: [1, 2] }),
        ] as never,
      },
      "GET /annotations/r1/history/": {
        results: [entry("evidence_insert", { source: [null, "Tram figures"], stance: [null, "refutes"] })] as never,
      },
      "GET /claims/c1/verdicts/": {
        results: [
          { id: "v1", rating: "true", method: "agreement", reason: "", settled_by: "Enea", created_at: at },
          { id: "v2", rating: "false", method: "adjudication", reason: "Both hold.", settled_by: "Marta", created_at: at },
        ] as never,
      },
    }),
  );
  const user = openDesk(AT);
  await screen.findByText("The figures agree.");
  await user.keyboard("h");
  const dialog = await screen.findByRole("dialog", { name: "History" });
  await within(dialog).findByText(/Marta · changed/);
  const told = (tag: string) => [...dialog.querySelectorAll(tag)].map((piece) => piece.textContent);
  expect(told("del")).toEqual(["removed: many end.", "removed: True end."]);
  expect(told("ins")).toEqual([
    "added: 12,000 end.",
    "added: Tram figures end.",
    "added: refutes it end.",
    "added: True end.",
    "added: False end.",
    "added: Both hold. end.",
  ]);
  expect(within(dialog).queryByText(/version/)).toBeNull();
});

test("a missing condition leads to the reviews where the editor has none of their own", async () => {
  const lacking = {
    code: "archived_copies", met: false, message: "An archived copy of every source.", field: null,
    binding: true,
  };
  const theirs = review({ mine: false, author: { id: "8", display_name: "Bea" } });
  apiAnswers(
    desk({
      "GET /me/": { ...ME, roles: ["editor"] } as never,
      "GET /claims/c1/annotations/": { results: [theirs as never], hidden_until_you_rate: 0 },
      "GET /claims/c1/publication/": publication({ gate: [lacking] }) as never,
    }),
  );
  const user = openDesk(AT);
  await user.click(await screen.findByRole("button", { name: lacking.message }));
  expect(screen.getByRole("region", { name: "Colleagues’ reviews" })).toHaveFocus();
});
