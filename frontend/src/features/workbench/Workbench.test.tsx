import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { rangeOfSpan } from "@/anchoring/selection";
import { switchLanguage } from "@/i18n";
import { apiAnswers, page, refusal, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { article, claim, ME, publication, RATINGS, standing, TEXT } from "@/testing/samples";

const FIRST = claim("carried 12,000 people");
const OVER = claim("12,000 people a day", { id: "c2" });
const LAST = claim("fares fell by 4%", { id: "c3" });

function bench(script: Script = {}, claims: unknown[] = [FIRST, OVER, LAST]): Script {
  return {
    "GET /me/": ME as never,
    "GET /ratings/": page(RATINGS as never),
    "GET /articles/a1/": article() as never,
    "GET /articles/a1/verdicts/": { results: [] },
    "GET /articles/a1/claims/": page(claims as never),
    "GET /articles/a1/sentences/": page([
      { position: 0, start: 0, end: 44, label: "checkable", check_worthiness: 0.8, reasons: [] },
      { position: 1, start: 45, end: 77, label: "checkable", check_worthiness: 0.8, reasons: [] },
    ]),
    "GET /claims/c1/annotations/": { results: [], hidden_until_you_rate: 0 },
    "GET /claims/c1/verdict/": standing() as never,
    "GET /claims/c1/publication/": publication() as never,
    ...script,
  };
}

const card = (text: string) => screen.getByRole("button", { name: new RegExp(`^${text}`), expanded: true });
const words = () => [...document.querySelectorAll("mark")].map((mark) => mark.textContent);

test("overlapping claims after an emoji are marked on exactly their words", async () => {
  apiAnswers(bench());
  openDesk("/articles/a1");
  await screen.findByText("12,000 people", { selector: "mark" });
  expect(words()).toEqual(["carried ", "12,000 people", " a day", "fares fell by 4%"]);
});

test("a click on shared words opens one claim, the next click the other", async () => {
  apiAnswers(bench());
  const user = openDesk("/articles/a1");
  const shared = await screen.findByText("12,000 people", { selector: "mark" });
  await user.click(shared);
  expect(card("carried 12,000 people")).toBeVisible();
  await user.click(shared);
  expect(card("12,000 people a day")).toBeVisible();
});

test("j and k walk through all claims, and the words of the open one are marked", async () => {
  apiAnswers(bench());
  const user = openDesk("/articles/a1");
  await screen.findByText("12,000 people", { selector: "mark" });
  await user.keyboard("jjj");
  expect(card("fares fell by 4%")).toBeVisible();
  await user.keyboard("k");
  expect(card("12,000 people a day")).toBeVisible();
  const current = document.querySelector("mark[aria-current=true]");
  expect(current).toHaveTextContent("12,000 people");
});

test("a dismissed claim leaves the bench and undo brings it back", async () => {
  apiAnswers(
    bench({
      "POST /claims/c1/dismiss/": {
        ...FIRST, review_state: "dismissed", dismissal: "duplicate", version: 2,
      } as never,
      "POST /claims/c1/reopen/": { ...FIRST, version: 3 } as never,
    }),
  );
  const user = openDesk("/articles/a1");
  await screen.findByText("12,000 people", { selector: "mark" });
  await user.keyboard("jdd");
  await waitFor(() => expect(screen.queryByText("carried 12,000 people")).toBeNull());
  expect(card("12,000 people a day")).toBeVisible();
  await user.keyboard("u");
  expect(await screen.findByText("carried 12,000 people")).toBeVisible();
});

test("a selection becomes a claim with offsets in code points", async () => {
  const heard = apiAnswers(
    bench({
      "POST /articles/a1/claims/": () => ({
        status: 201,
        body: claim("The mayor said", { id: "c9", review_state: "dismissed" }) as never,
      }),
    }),
  );
  const user = openDesk("/articles/a1");
  const mark = await screen.findByText("12,000 people", { selector: "mark" });
  const root = mark.closest("p")?.parentElement as HTMLElement;
  const start = [...TEXT.slice(0, TEXT.indexOf("The mayor said"))].length;
  const range = rangeOfSpan(root, { start, end: start + 14 }) as Range;
  window.getSelection()?.removeAllRanges();
  window.getSelection()?.addRange(range);
  fireEvent(document, new Event("selectionchange"));
  await user.keyboard("{Enter}");
  const dialog = await screen.findByRole("dialog", { name: "New claim" });
  const text = within(dialog).getByLabelText("The claim");
  await user.clear(text);
  await user.type(text, "The mayor spoke");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(heard.some((call) => call.method === "POST")).toBe(true));
  expect(heard.find((call) => call.method === "POST")?.body).toEqual({
    start,
    end: start + 14,
    text: "The mayor spoke",
  });
});

test("a claim added and taken back is not one of the dismissed", async () => {
  const added = claim("fares fell by 4%", { id: "c9", review_state: "accepted", version: 1 });
  const heard = apiAnswers(
    bench(
      {
        "POST /articles/a1/claims/": () => ({ status: 201, body: added as never }),
        "GET /claims/c9/annotations/": { results: [], hidden_until_you_rate: 0 },
        "GET /claims/c9/verdict/": standing() as never,
        "GET /claims/c9/publication/": publication() as never,
        "POST /claims/c9/dismiss/": {
          ...added, review_state: "dismissed", dismissal: "taken_back", version: 2,
        } as never,
      },
      [FIRST],
    ),
  );
  const user = openDesk("/articles/a1");
  await screen.findByText("carried 12,000 people", { selector: "mark" });
  await user.keyboard("j");
  await waitFor(async () => {
    await user.keyboard("]");
    expect(screen.getByRole("button", { name: "New claim" })).toBeVisible();
  });
  await user.keyboard("{Enter}");
  const dialog = await screen.findByRole("dialog", { name: "New claim" });
  await user.click(within(dialog).getByLabelText("The claim"));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(card("fares fell by 4%")).toBeVisible());
  (document.activeElement as HTMLElement).blur();
  await user.keyboard("u");
  await waitFor(() => expect(screen.queryAllByRole("button", { name: /^fares fell/ })).toEqual([]));
  const dismissed = heard.find((call) => call.path.endsWith("/dismiss/"));
  expect(dismissed?.body).toEqual({ reason: "taken_back" });
  await waitFor(() => expect(card("carried 12,000 people")).toHaveFocus()); // where one was before
  expect(screen.getByRole("button", { name: /^Dismissed/ })).toHaveTextContent("0");
});

test("a sentence is picked and widened by keyboard", async () => {
  apiAnswers(bench());
  const user = openDesk("/articles/a1");
  await screen.findByText("12,000 people", { selector: "mark" });
  await waitFor(async () => {
    await user.keyboard("]");
    expect(screen.getByRole("button", { name: "New claim" })).toBeVisible();
  });
  await user.keyboard("[[");
  await user.keyboard("}}{Enter}");
  const dialog = await screen.findByRole("dialog", { name: "New claim" });
  expect(within(dialog).getByText(/carried 12,000.*fell by 4%/s, { selector: "blockquote" })).toBeVisible();
});

test("each accepted claim says where it stands, and what awaits a review is found", async () => {
  const accepted = { ...FIRST, review_state: "accepted" };
  const settled = { ...LAST, review_state: "accepted" };
  const verdict = { reviews_needed: 2, publication_state: "unpublished" };
  apiAnswers(
    bench(
      {
        "GET /articles/a1/verdicts/": {
          results: [
            { ...verdict, claim: "c1", state: "needs_reviews", reviews_given: 1, rating: null, own_rating: null },
            { ...verdict, claim: "c3", state: "settled", reviews_given: 2, rating: "false", own_rating: "false" },
          ],
        },
      },
      [accepted, settled],
    ),
  );
  const user = openDesk("/articles/a1");
  expect(await screen.findByText("reviews: 1 of 2")).toBeVisible();
  const words = screen.getByText("fares fell by 4%", { selector: "mark" });
  expect(words).toHaveAttribute("data-tone", "false");
  await user.click(screen.getByRole("button", { name: /^To review 1/ }));
  expect(screen.queryByRole("button", { name: /^fares fell/ })).toBeNull();
  expect(screen.getByRole("button", { name: /^carried 12,000.*awaits your review/ })).toBeVisible();
});

test("words that the article leaves open are shown with what they may mean", async () => {
  const open = { text: "people", start: 0, end: 6, candidates: ["passengers", "drivers"] };
  apiAnswers(bench({}, [{ ...FIRST, unresolved: [open] }]));
  const user = openDesk("/articles/a1");
  await screen.findByText("carried 12,000 people", { selector: "mark" });
  await user.keyboard("j");
  expect(await screen.findByText("people (passengers / drivers)")).toBeVisible();
});

test("clean text hides all marks", async () => {
  apiAnswers(bench());
  const user = openDesk("/articles/a1");
  await screen.findByText("12,000 people", { selector: "mark" });
  await user.keyboard("c");
  expect(words()).toEqual([]);
});

test("a claim whose words are gone is listed, not moved", async () => {
  apiAnswers(bench({}, [{ ...FIRST, exact: "walked to the moon" }, LAST]));
  openDesk("/articles/a1");
  expect(await screen.findByText("One claim is no longer found in the text")).toBeVisible();
  expect(words()).toEqual(["fares fell by 4%"]);
});

test("a reading that failed says why, and the text isn't awaited in vain", async () => {
  const failed = article({ text: "", reading: { state: "failed", problem: "not-html", detail: "" } });
  apiAnswers(bench({ "GET /articles/a1/": failed as never }));
  openDesk("/articles/a1");
  expect(await screen.findByText(/doesn’t lead to a web page/)).toBeVisible();
});

test("an article that the language model didn't read says so, in both languages", async () => {
  const extraction = { ...article().extraction, model_problem: "model-unreachable" };
  apiAnswers(bench({ "GET /articles/a1/": article({ extraction }) as never }));
  openDesk("/articles/a1");
  expect(await screen.findByText(/without the language model.*can’t be reached/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Try again" })).toBeEnabled();
  await act(() => switchLanguage("it"));
  expect(screen.getByText(/senza il modello linguistico.*non è raggiungibile/)).toBeVisible();
  await act(() => switchLanguage("en"));
});

test("an article that was read as wanted says nothing of a model", async () => {
  apiAnswers(bench());
  openDesk("/articles/a1");
  await screen.findByText("12,000 people", { selector: "mark" });
  expect(screen.queryByText(/language model/)).toBeNull();
});

test("who leaves the rewording is back on the claim", async () => {
  apiAnswers(bench());
  const user = openDesk("/articles/a1");
  await screen.findByText("12,000 people", { selector: "mark" });
  await user.keyboard("jw");
  const field = await screen.findByLabelText(/in other words/);
  expect(field).toHaveFocus();
  await user.keyboard(" a day");
  expect(field).toHaveValue("carried 12,000 people a day");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(card("carried 12,000 people")).toHaveFocus());
});

test("words typed for a claim that someone reworded meanwhile stay, beside theirs", async () => {
  const theirs = { ...FIRST, text: "The tram carried 12,000.", version: 2 };
  const heard = apiAnswers(
    bench({
      "POST /claims/c1/reword/": ({ ifMatch }) =>
        ifMatch === '"2"'
          ? { body: { ...theirs, text: `${FIRST.text} Mine.`, version: 3 } as never }
          : refusal(412, "stale-version"),
      "GET /claims/c1/": theirs as never,
    }),
  );
  const user = openDesk("/articles/a1");
  await screen.findByText("12,000 people", { selector: "mark" });
  await user.keyboard("jw");
  const field = await screen.findByLabelText(/in other words/);
  await user.type(field, " Mine.{Control>}{Enter}{/Control}");
  await screen.findByText("Someone changed this while you were writing");
  expect(field).toHaveValue(`${FIRST.text} Mine.`);
  await user.click(screen.getByRole("button", { name: "Use mine" }));
  await waitFor(() => expect(field).not.toBeInTheDocument());
  const last = heard.filter((call) => call.method === "POST").at(-1);
  expect(last).toMatchObject({ ifMatch: '"2"', body: { text: `${FIRST.text} Mine.` } });
});

test("claims that can't be read are not said to be none, and are asked for once more", async () => {
  let isBroken = true;
  apiAnswers(
    bench({
      "GET /articles/a1/claims/": () =>
        isBroken ? refusal(403, "not-allowed") : { body: page([FIRST] as never) },
    }),
  );
  const user = openDesk("/articles/a1");
  const retry = await screen.findByRole("button", { name: "Try again" });
  expect(screen.getByText("Your role doesn’t allow this. Ask whoever manages the site.")).toBeVisible();
  expect(screen.queryByText("No claims were found in this article")).toBeNull();
  isBroken = false;
  await user.click(retry);
  const [mark] = await screen.findAllByRole("button", { name: /^carried 12,000/ });
  expect(mark).toBeVisible();
});
