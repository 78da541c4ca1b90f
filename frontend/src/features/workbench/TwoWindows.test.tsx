import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers, refusal, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { review } from "@/testing/samples";

const KEY = "vaglio.review.7.c1.new";

/** A desk where another window has sent a review before this one does. */
function twoWindows(script: Script = {}) {
  let isSent = false;
  const heard = apiAnswers(
    desk({
      "GET /claims/c1/annotations/": () => ({
        body: { results: isSent ? [review() as never] : [], hidden_until_you_rate: 0 },
      }),
      "POST /claims/c1/annotations/": () => refusal(409, "already-reviewed"),
      "PATCH /annotations/r1/": ({ body }) => ({ body: { ...review({ version: 2 }), ...(body as object) } as never }),
      ...script,
    }),
  );
  /** The other window sends its review and forgets the draft that both share. */
  const send = () => {
    isSent = true;
    localStorage.removeItem(KEY);
    act(() => void window.dispatchEvent(new StorageEvent("storage", { key: KEY, newValue: null })));
  };
  return { heard, send };
}

test("words of the window that comes second are kept, and revise the review of the first", async () => {
  const { heard, send } = twoWindows();
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("5rFrom the second.");
  send();
  expect(localStorage.getItem(KEY)).toContain("From the second.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  const note = (await screen.findByText(/were not sent. They are kept here/)).closest("[role=alert]");
  expect(within(note as HTMLElement).getByText("From the second.")).toBeVisible();
  expect(screen.getByText("The figures agree.")).toBeVisible(); // the review that stands
  await user.click(screen.getByRole("button", { name: "Revise with them" }));
  expect(screen.getByLabelText("Rationale")).toHaveValue("From the second.");
  await user.click(screen.getByRole("button", { name: "Save the revision" }));
  await screen.findByText(/review revised/);
  expect(heard.find(({ method }) => method === "PATCH")?.body).toMatchObject({ rationale: "From the second." });
  await waitFor(() => expect(localStorage.getItem(KEY)).toBeNull());
});

test("they are thrown away with a way back", async () => {
  const { send } = twoWindows();
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("5rFrom the second.");
  send();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await user.click(await screen.findByRole("button", { name: "Throw them away" }));
  await waitFor(() => expect(screen.queryByText(/were not sent/)).toBeNull());
  expect(localStorage.getItem(KEY)).toBeNull();
  await user.keyboard("u");
  expect(await screen.findByText(/were not sent/)).toBeVisible();
});

test("what was sent from here isn't offered again", async () => {
  let own: unknown[] = [];
  twoWindows({
    "GET /claims/c1/annotations/": () => ({ body: { results: own as never, hidden_until_you_rate: 0 } }),
    "POST /claims/c1/annotations/": ({ body }) => {
      const sent = review({ ...(body as object), evidence: [] });
      own = [sent];
      return { status: 201, body: sent as never };
    },
  });
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("5rNine. {Control>}{Enter}{/Control}");
  await screen.findByText(/review submitted/);
  await screen.findByRole("button", { name: "Withdraw" });
  expect(screen.queryByText(/were not sent/)).toBeNull();
});
