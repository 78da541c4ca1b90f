import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { apiAnswers, page, refusal, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, CLAIM, desk } from "@/testing/reviewDesk";
import { review } from "@/testing/samples";

const LATER_MS = 60_000;

/** A desk whose accepted claim colleagues can change; gives the change and what was posted. */
function shared(script: Script = {}) {
  let stands = CLAIM;
  const change = (review_state: typeof CLAIM.review_state) => {
    stands = { ...CLAIM, review_state, version: stands.version + 1 };
    return stands;
  };
  const heard = apiAnswers(
    desk({
      "GET /articles/a1/claims/": () => ({ body: page([stands] as never) }),
      "GET /claims/c1/": () => ({ body: stands as never }),
      "POST /claims/c1/accept/": () => ({ body: change("accepted") as never }),
      "POST /claims/c1/reopen/": () => ({ body: change("proposed") as never }),
      "POST /claims/c1/annotations/": () =>
        stands.review_state === "accepted"
          ? { status: 201, body: review() as never }
          : refusal(409, "wrong-state"),
      ...script,
    }),
  );
  const posted = () => heard.filter(({ method }) => method === "POST").map(({ path }) => path);
  return { change, posted, heard };
}

/** Come back to the window a while later: what is no longer fresh is read again. */
function comeBack() {
  vi.setSystemTime(Date.now() + LATER_MS);
  act(() => void window.dispatchEvent(new Event("visibilitychange")));
}

const rationale = () => screen.getByLabelText("Rationale");

afterEach(() => vi.useRealTimers());

test("whose claim is reopened in mid-sentence types on, accepts it again and sends", async () => {
  const { change, posted, heard } = shared();
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("5rThe office counts");
  vi.useFakeTimers({ toFake: ["Date"] });
  change("proposed");
  comeBack();
  const note = await screen.findByText(/^The claim was reopened while you were writing/);
  expect(note.closest("[role=alert]")).not.toBeNull();
  expect(rationale()).toHaveFocus();
  await user.keyboard(" 9,000 a day.");
  expect(rationale()).toHaveValue("The office counts 9,000 a day.");
  expect(posted()).toEqual([]);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByRole("button", { name: "Submit and next" });
  expect(screen.queryByText(/^The claim was reopened/)).toBeNull();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText(/review submitted/);
  expect(posted()).toEqual(["/claims/c1/accept/", "/claims/c1/annotations/"]);
  expect(heard.findLast(({ method }) => method === "POST")?.body).toMatchObject({
    rating: "false",
    rationale: "The office counts 9,000 a day.",
  });
});

test("a review sent for a claim that was reopened stays in its form, which says why", async () => {
  const { change, posted } = shared();
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("5rNine.");
  change("proposed");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText(/^The claim was reopened while you were writing/);
  expect(screen.queryByText(/can’t be done in the present state/)).toBeNull();
  expect(rationale()).toHaveValue("Nine.");
  await user.click(screen.getByRole("button", { name: "Accept and review" }));
  await user.click(await screen.findByRole("button", { name: "Submit and next" }));
  await screen.findByText(/review submitted/);
  expect(posted()).toEqual(["/claims/c1/annotations/", "/claims/c1/accept/", "/claims/c1/annotations/"]);
});

test("the words of who reopens a claim themselves are kept at once, and offered when they come back", async () => {
  shared();
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("rNine");
  await user.keyboard("{Escape}o");
  await screen.findByText(/claim reopened/);
  expect(rationale()).toHaveValue("Nine");
  await user.keyboard("r!");
  expect(rationale()).toHaveValue("Nine!");
});

test("words kept for a claim that is proposed stand in their form when it is opened", async () => {
  shared().change("proposed");
  const draft = { rating: "", rationale: "Begun.", evidence: [] };
  const kept = JSON.stringify({ draft, at: "2026-03-02T10:00:00Z" });
  localStorage.setItem("vaglio.review.7.c1.new", kept);
  openDesk(AT);
  expect(await screen.findByLabelText("Rationale")).toHaveValue("Begun.");
  expect(screen.getByText(/^The claim is still proposed/)).toBeVisible();
  expect(screen.queryByRole("heading", { name: "Verdict" })).toBeNull();
});

test("words for a claim that was dismissed meanwhile stay, and nothing is sent for it", async () => {
  const { change, posted } = shared();
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("5rNine.");
  vi.useFakeTimers({ toFake: ["Date"] });
  change("dismissed");
  comeBack();
  await screen.findByText(/^The claim is dismissed. What you wrote stays here/);
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(rationale()).toHaveValue("Nine.");
  expect(screen.getByRole("button", { name: "Accept and review" })).toBeDisabled();
  await waitFor(() => expect(posted()).toEqual([]));
});

test("who wrote nothing is left no form when the claim is reopened", async () => {
  shared();
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("o");
  await screen.findByText(/claim reopened/);
  expect(screen.queryByLabelText("Rationale")).toBeNull();
});
