import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { review, source } from "@/testing/samples";

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

test("what is no web address is told of once and keeps the review from being sent", async () => {
  const heard = apiAnswers(desk({ "GET /claims/c1/sources/": { results: [] } }));
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("1rSo it is.{Escape}eftp://stats.example/x{Enter}{Control>}{Enter}{/Control}");
  expect(await screen.findAllByText(/not a web address/)).toHaveLength(1);
  expect(screen.getByText("Missing: a source’s address")).toBeVisible();
  expect(heard.map((call) => call.method)).not.toContain("POST");
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
  await user.clear(within(dialog).getByLabelText("Title"));
  await user.type(within(dialog).getByLabelText("Title"), "Tram figures");
  await user.click(within(dialog).getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(heard.map((call) => call.method)).not.toContain("POST");
  await user.keyboard("u");
  await screen.findByText("Undone: details of the source changed.");
  const { title, publisher, published_on } = source();
  const patches = heard.filter((call) => call.method === "PATCH").map((call) => call.body);
  expect(patches).toEqual([
    { title: "Tram figures", publisher, published_on },
    { title, publisher, published_on },
  ]);
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
