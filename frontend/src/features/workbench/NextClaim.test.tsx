import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { keepList } from "@/components/lastList";
import { apiAnswers, held, page, refusal, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, CLAIM, desk, NONE } from "@/testing/reviewDesk";
import { claim, review, TEXT } from "@/testing/samples";

const PROPOSED = claim("a day", { id: "c2" });
const WAITING = claim("fares fell by 4%", { id: "c3", review_state: "accepted" });
const CLAIMS = [CLAIM, PROPOSED, WAITING].sort((a, b) => TEXT.indexOf(a.exact) - TEXT.indexOf(b.exact));
const standingOf = (id: string) => ({
  claim: id,
  state: "needs_reviews",
  reviews_needed: 2,
  reviews_given: 0,
  rating: null,
  own_rating: null,
  publication_state: "none",
});

function bench(script: Script = {}): Script {
  return desk({
    "GET /articles/a1/claims/": page(CLAIMS as never),
    "GET /articles/a1/verdicts/": { results: [standingOf("c1"), standingOf("c3")] },
    "GET /claims/c3/annotations/": NONE,
    "POST /claims/c1/annotations/": () => ({ status: 201, body: review() as never }),
    ...script,
  });
}

/** Send a review of the claim that stands open at first. */
async function sendReview() {
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("1rSo it is.{Control>}{Enter}{/Control}");
  return user;
}

const openCard = () => document.querySelector("[data-card][aria-expanded=true]");

beforeEach(() => sessionStorage.clear());

test("who came from the queue to review goes on to the next claim that waits for a review", async () => {
  keepList({ address: "/queue?mode=first", rowIds: ["c1"], count: 3 });
  apiAnswers(bench());
  await sendReview();
  await waitFor(() => expect(openCard()).toHaveTextContent("fares fell by 4%"));
});

test("who came from the articles goes on to the next claim in reading order", async () => {
  keepList({ address: "/", rowIds: ["a1"], count: 1 });
  apiAnswers(bench());
  await sendReview();
  await waitFor(() => expect(openCard()).toHaveTextContent(/^a day/));
});

test("where none is left to review, the claim stays open and has the focus", async () => {
  keepList({ address: "/queue?mode=first", rowIds: ["c1"], count: 3 });
  apiAnswers(bench({ "GET /articles/a1/verdicts/": { results: [standingOf("c1")] } }));
  await sendReview();
  await waitFor(() => expect(openCard()).toHaveFocus());
  expect(openCard()).toHaveTextContent(CLAIM.text);
});

test("the next claim's form is there with it: keys pressed at once are heard", async () => {
  keepList({ address: "/queue?mode=first", rowIds: ["c1"], count: 3 });
  const { wait, letGo } = held({ status: 201, body: review() as never });
  apiAnswers(bench({ "POST /claims/c1/annotations/": wait }));
  const user = await sendReview();
  letGo();
  await waitFor(() => expect(openCard()).toHaveTextContent("fares fell by 4%"));
  await user.keyboard("2");
  expect(screen.getByRole("radio", { name: /Mostly true/ })).toBeChecked();
});

test("who went elsewhere while the review was on its way stays there", async () => {
  keepList({ address: "/queue?mode=first", rowIds: ["c1"], count: 3 });
  const { wait, letGo } = held({ status: 201, body: review() as never });
  const answers = { results: [standingOf("c1")] };
  apiAnswers(bench({ "GET /articles/a1/verdicts/": answers, "POST /claims/c1/annotations/": wait }));
  const user = await sendReview();
  await user.keyboard("j");
  await waitFor(() => expect(openCard()).not.toHaveTextContent(CLAIM.text));
  const elsewhere = openCard()?.textContent ?? "";
  letGo();
  await screen.findByText(/review submitted/);
  expect(openCard()).toHaveTextContent(elsewhere);
});

test("a review refused after its author went elsewhere says so, and its words are kept", async () => {
  keepList({ address: "/", rowIds: ["a1"], count: 1 });
  const { wait, letGo } = held(refusal(403, "no-longer-blind"));
  apiAnswers(bench({ "POST /claims/c1/annotations/": wait }));
  const user = await sendReview();
  await user.keyboard("j");
  await waitFor(() => expect(openCard()).not.toHaveTextContent(CLAIM.text));
  letGo();
  expect(await screen.findByText(/^The review of “.*carried 12,000 people.*” was not sent: /)).toBeVisible();
  await user.keyboard("k");
  expect(await screen.findByLabelText("Rationale")).toHaveValue("So it is.");
});
