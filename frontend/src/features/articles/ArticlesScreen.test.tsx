import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers, page, refusal } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { article, ME, RATINGS } from "@/testing/samples";

const BASE = { "GET /me/": ME as never, "GET /ratings/": page(RATINGS as never) };
const list = (...articles: unknown[]) => page(articles as never);

test("an article shows its claims by review state and leads to its workbench", async () => {
  const counts = { claims: 6, proposed: 3, accepted: 2, dismissed: 1 };
  apiAnswers({ ...BASE, "GET /articles/": list(article({ counts })) });
  openDesk("/");
  const row = await screen.findByRole("row", { name: /A tram for everyone/ });
  expect(within(row).getByText("3 proposed")).toBeVisible();
  expect(within(row).getByText("2 accepted")).toBeVisible();
  expect(within(row).getByRole("link")).toHaveAttribute("href", "/articles/a1");
});

test("the first article is active at once, and is told of without taking the focus", async () => {
  apiAnswers({
    ...BASE,
    "GET /articles/": list(article(), article({ id: "a2", title: "Fares" })),
    "GET /articles/a1/": article() as never,
    "GET /articles/a1/verdicts/": { results: [] },
    "GET /articles/a1/claims/": list(),
    "GET /articles/a1/sentences/": list(),
  });
  const user = openDesk("/");
  const first = await screen.findByRole("row", { name: /A tram for everyone/ });
  expect(first).toHaveAttribute("aria-current", "true");
  expect(within(first).getByRole("link")).not.toHaveFocus();
  expect(screen.getByText("Keys now mean the first article: A tram for everyone")).toHaveAttribute("role", "status");
  await user.keyboard("j");
  expect(screen.getByRole("link", { name: "Fares" })).toHaveFocus();
  expect(screen.queryByText(/^Keys now mean/)).toBeNull();
  await user.tab({ shift: true });
  expect(first).toHaveAttribute("aria-current", "true"); // the keys mean what has the focus
  await user.keyboard("{Escape}{Enter}");
  expect(await screen.findByRole("heading", { level: 1, name: "A tram for everyone" })).toBeVisible();
});

test("an empty list says what to do", async () => {
  apiAnswers({ ...BASE, "GET /articles/": list() });
  openDesk("/");
  expect(await screen.findByText("No articles yet")).toBeVisible();
});

test("a running article is asked for again until it is done", async () => {
  let asked = 0;
  const running = article({
    extraction: { state: "running", progress: 0.4, pipeline: "", problem: "", detail: "", model_problem: "" },
  });
  apiAnswers({
    ...BASE,
    "GET /articles/": () => {
      asked += 1;
      return { body: list(asked === 1 ? running : article()) };
    },
  });
  openDesk("/");
  expect(await screen.findByText(/Splitting into claims… 40%/)).toBeVisible();
  expect(await screen.findByText("ready", {}, { timeout: 5_000 })).toBeVisible();
});

test("a failure is said in words and can be tried again", async () => {
  const failed = article({ reading: { state: "failed", problem: "unreachable", detail: "x" } });
  const heard = apiAnswers({
    ...BASE,
    "GET /articles/": list(failed),
    "POST /articles/a1/retry/": article() as never,
  });
  const user = openDesk("/");
  expect(await screen.findByText(/The site can’t be reached/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(heard.map((call) => call.path)).toContain("/articles/a1/retry/"));
});

test("filters go to the API", async () => {
  const heard = apiAnswers({ ...BASE, "GET /articles/": list(article()) });
  const user = openDesk("/?language=it");
  await user.selectOptions(await screen.findByLabelText("State"), "failed");
  await user.keyboard("{Escape}/");
  await user.keyboard("tram");
  await waitFor(() =>
    expect(heard.at(-1)?.path).toBe(
      "/articles/?q=tram&language=it&state=failed&ordering=-created_at",
    ),
  );
});

test("an editor assigns whole articles and takes it back", async () => {
  const made = { id: "h1", claim: "c1", reviewer: { id: "8", display_name: "Bruno" }, ending: "" };
  const heard = apiAnswers({
    ...BASE,
    "GET /me/": { ...ME, roles: ["editor"] } as never,
    "GET /articles/": list(article(), article({ id: "a2", title: "Fares" })),
    "GET /reviewers/": {
      results: [{ id: "8", display_name: "Bruno", open_holds: 0, overdue: 0 }],
    },
    "POST /assignments/": () => ({ status: 201, body: { results: [made] } as never }),
    "POST /assignments/give-back/": { results: [{ ...made, ending: "taken_back" }] } as never,
  });
  const user = openDesk("/");
  await screen.findByRole("row", { name: /Fares/ });
  await user.keyboard("xjX");
  expect(screen.getByText("2 picked")).toBeVisible();
  await user.keyboard("w");
  const dialog = await screen.findByRole("dialog", { name: "Assign the claims of 2 articles" });
  await user.selectOptions(within(dialog).getByLabelText(/Reviewer/), "8");
  await user.click(within(dialog).getByRole("button", { name: "Assign" }));
  await screen.findByText(/claim assigned to Bruno\./);
  await user.keyboard("u");
  await waitFor(() =>
    expect(heard.map((call) => call.body)).toContainEqual({ assignments: ["h1"] }),
  );
  const sent = heard.find((call) => call.path === "/assignments/");
  expect(sent?.body).toMatchObject({ articles: ["a1", "a2"], reviewer: "8" });
});

const REFUSALS = [
  ["private-address", /private network/],
  ["whitespace-only", /nothing but white space/],
  ["unsupported-language", /isn’t served/],
] as const;

test.each(REFUSALS)("a refused text is explained: %s", async (code, words) => {
  apiAnswers({
    ...BASE,
    "GET /articles/": list(),
    "POST /articles/": () => refusal(422, code),
  });
  const user = openDesk("/");
  await screen.findByText("No articles yet");
  await user.keyboard("n");
  const dialog = await screen.findByRole("dialog", { name: "Add article" });
  await user.click(within(dialog).getByRole("tab", { name: "Text" }));
  await user.type(within(dialog).getByLabelText("The article’s text"), "Words");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await within(dialog).findByText(words)).toBeVisible();
});

test("a text goes to the API with what is known of it, and the workbench opens", async () => {
  const heard = apiAnswers({
    ...BASE,
    "GET /articles/": list(),
    "POST /articles/": () => ({ status: 202, body: article() as never }),
    "GET /articles/a1/": article() as never,
    "GET /articles/a1/verdicts/": { results: [] },
    "GET /articles/a1/claims/": list(),
    "GET /articles/a1/sentences/": list(),
  });
  const user = openDesk("/");
  await user.click((await screen.findAllByRole("button", { name: /Add article/ }))[0] as Element);
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("tab", { name: "Text" }));
  await user.type(within(dialog).getByLabelText("The article’s text"), "🚋 Words");
  await user.type(within(dialog).getByLabelText("Publisher"), "The Harbour Post");
  await user.click(within(dialog).getByRole("button", { name: "Add" }));
  expect(await screen.findByRole("heading", { name: "A tram for everyone" })).toBeVisible();
  const sent = heard.find((call) => call.method === "POST");
  expect(sent?.body).toEqual({ text: "🚋 Words", publisher: "The Harbour Post" });
});

test("Esc loses nothing of an article being added, and who opens the dialog again is in its text", async () => {
  apiAnswers({ ...BASE, "GET /articles/": list() });
  const user = openDesk("/");
  await screen.findAllByRole("button", { name: /Add article/ });
  await user.keyboard("n");
  await user.click(within(await screen.findByRole("dialog")).getByRole("tab", { name: "Text" }));
  await user.type(screen.getByLabelText("The article’s text"), "Words");
  await user.type(within(screen.getByRole("dialog")).getByLabelText("Publisher"), "The Harbour Post{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("n");
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByLabelText("Publisher")).toHaveValue("The Harbour Post");
  expect(within(dialog).getByLabelText("The article’s text")).toHaveValue("Words");
  await waitFor(() => expect(within(dialog).getByLabelText("The article’s text")).toHaveFocus());
});
