import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers, page, refusal, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import {
  article,
  claim,
  ME,
  publication,
  RATINGS,
  review,
  source,
  standing,
} from "@/testing/samples";

const CLAIM = claim("carried 12,000 people", { review_state: "accepted" });
const SUGGESTED = {
  source: source(),
  passage: { start: 14, end: 26, exact: "9,000 a day.", score: 0.6 },
};
const NONE = { results: [], hidden_until_you_rate: 0 };
const AT = "/articles/a1?claim=c1";

function desk(script: Script = {}): Script {
  return {
    "GET /me/": ME as never,
    "GET /ratings/": page(RATINGS as never),
    "GET /articles/a1/": article() as never,
    "GET /articles/a1/verdicts/": { results: [] },
    "GET /articles/a1/claims/": page([CLAIM] as never),
    "GET /articles/a1/sentences/": page([]),
    "GET /claims/c1/annotations/": NONE,
    "GET /claims/c1/verdict/": standing() as never,
    "GET /claims/c1/publication/": publication() as never,
    "GET /claims/c1/sources/": { results: [SUGGESTED as never] },
    "GET /sources/s1/": source() as never,
    ...script,
  };
}

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

test("a new address becomes a source at once, however it is written; Esc drops an empty row", async () => {
  const heard = apiAnswers(
    desk({ "POST /sources/": () => ({ status: 201, body: source() as never }) }),
  );
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("e");
  await screen.findByRole("option", { name: /Tram figures 2025/ });
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("combobox", { name: /Address, or words/ })).toBeNull();
  await user.keyboard("e");
  await user.keyboard("stats.example/tram{Enter}");
  expect(await screen.findByText(/Copy kept on/)).toBeVisible();
  expect(heard.find((call) => call.method === "POST")?.body).toEqual({
    url: "https://stats.example/tram",
  });
  expect(screen.getByRole("radio", { name: /supports it/ })).toHaveFocus();
});

test("saving a source's details doesn't send the review around it", async () => {
  const heard = apiAnswers(desk({ "PATCH /sources/s1/": source() as never }));
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("1r");
  await user.keyboard("So it is.{Escape}e");
  await screen.findByRole("option", { name: /Tram figures 2025/ });
  await user.keyboard("{Enter}");
  await user.click(await screen.findByRole("button", { name: "The source’s details" }));
  const dialog = await screen.findByRole("dialog", { name: "The source’s details" });
  await user.click(within(dialog).getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(heard.map((call) => call.method)).toContain("PATCH");
  expect(heard.map((call) => call.method)).not.toContain("POST");
});

test("an excerpt is picked from the copy by keyboard, with its place", async () => {
  const text = "🚋 Figures. The tram carried 9,000. Fares stay.";
  apiAnswers(desk({ "GET /sources/s1/copy/text/": { text } }));
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("e");
  await screen.findByRole("option", { name: /Tram figures 2025/ });
  await user.keyboard("{Enter}");
  await screen.findByText(/Copy kept on/);
  await user.keyboard("q");
  const dialog = await screen.findByRole("dialog", { name: "Tram figures 2025" });
  await within(dialog).findByText(/Chosen/);
  await user.keyboard("{ArrowUp}{ArrowDown}{Shift>}{ArrowDown}{/Shift}{Enter}");
  expect(screen.getByLabelText("Excerpt")).toHaveValue("The tram carried 9,000. Fares stay.");
  await screen.findByText(/Draft saved here at/);
  const kept = JSON.parse(localStorage.getItem("vaglio.review.7.c1.new") ?? "null");
  expect(kept.draft.evidence[0].start).toBe([...text.slice(0, text.indexOf("The"))].length);
});

test("keys can be moved: the two change places, and so does what is printed", async () => {
  apiAnswers(desk());
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("?");
  await user.click(await screen.findByRole("button", { name: "Change keys" }));
  await user.click(screen.getByLabelText("Key for: Add a source"));
  await user.keyboard("h");
  expect(screen.getByLabelText("Key for: Add a source")).toHaveValue("h");
  expect(screen.getByLabelText("Key for: History")).toHaveValue("e");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByRole("button", { name: /Add a source/ })).toHaveTextContent("h");
  await user.keyboard("h");
  expect(screen.getByRole("combobox", { name: /Address, or words/ })).toHaveFocus();
});

test("a review isn't sent before rating and rationale are there, and says what is missing", async () => {
  apiAnswers(desk());
  const user = openDesk(AT);
  expect(await screen.findByText("Missing: the rating, the rationale")).toBeVisible();
  await user.keyboard("1");
  expect(screen.getByText("Missing: the rationale")).toBeVisible();
  expect(screen.getByRole("button", { name: /Submit and next/ })).toBeDisabled();
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

test("a copy that failed says why, and can be made again or attached as text", async () => {
  const failed = source({
    copy: {
      id: "k1", state: "failed", problem: "http-error", detail: "", kept_at: null,
      sha256: "", content_type: "", has_text: false,
      text_state: "none", attached_by: null,
    },
  });
  const evidence = {
    id: "e1", source: failed, excerpt: "9,000", stance: "refutes", note: "", is_primary: true,
    position: 0, anchor: null,
  } as const;
  const heard = apiAnswers(
    desk({
      "GET /claims/c1/annotations/": {
        results: [review({ evidence: [evidence] }) as never],
        hidden_until_you_rate: 0,
      },
      "GET /sources/s1/": failed as never,
      "POST /sources/s1/archive/": () => ({ status: 202, body: failed as never }),
      "POST /sources/s1/copy/": () => ({ status: 201, body: source() as never }),
    }),
  );
  const user = openDesk(AT);
  expect(await screen.findByText(/No copy: The site answered with an error/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await user.click(screen.getByRole("button", { name: "Attach a saved copy" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("tab", { name: "Text" }));
  await user.type(within(dialog).getByLabelText("The source’s text"), "9,000 a day");
  await user.click(within(dialog).getByRole("button", { name: "Attach a saved copy" }));
  await screen.findByText("Copy attached and kept.");
  const posts = heard.filter((call) => call.method === "POST").map((c) => [c.path, c.body]);
  expect(posts).toEqual([
    ["/sources/s1/archive/", ""],
    ["/sources/s1/copy/", { text: "9,000 a day" }],
  ]);
});

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
  expect(await screen.findByText("Done: verdict settled. U to undo.")).toBeVisible();
  expect(heard.find((call) => call.method === "POST")?.body).toEqual({});
});

test("a dispute is adjudicated beside the reviews, with a rating and a reason", async () => {
  const moderator = { ...ME, roles: ["moderator"] };
  const theirs = [
    review({ mine: false, author: { id: "8", display_name: "Bea" } }),
    review({ id: "r2", mine: false, author: { id: "9", display_name: "Cleo" }, rating: "false" }),
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
  const dialog = await screen.findByRole("dialog", { name: "Adjudicate" });
  expect(within(dialog).getByRole("article", { name: "Review by Bea" })).toBeVisible();
  expect(within(dialog).getByRole("article", { name: "Review by Cleo" })).toBeVisible();
  await user.click(within(dialog).getByRole("radio", { name: /Misleading/ }));
  await user.type(within(dialog).getByLabelText(/Written reason/), "Both figures hold.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Done: verdict settled. U to undo.");
  expect(heard.find((call) => call.method === "POST")?.body).toEqual({
    rating: "misleading",
    reason: "Both figures hold.",
  });
});

test("an editor's draft is kept by itself, and the gate leads to what is missing", async () => {
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
  await user.click(await screen.findByRole("button", { name: "A headline for the verdict." }));
  expect(screen.getByLabelText("Headline of the verdict")).toHaveFocus();
  expect(screen.getByRole("button", { name: "Publish" })).toBeDisabled();
  await user.keyboard("Fewer than said");
  expect(await screen.findByText(/Saved at/, {}, { timeout: 5_000 })).toBeVisible();
  expect(screen.getByRole("button", { name: "Publish" })).toBeEnabled();
  const put = heard.find((call) => call.method === "PUT");
  expect(put).toMatchObject({ ifMatch: '"0"', body: { headline: "Fewer than said" } });
});
