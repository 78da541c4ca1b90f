import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { apiAnswers, type Heard, page, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { desk } from "@/testing/reviewDesk";
import { ME, queued } from "@/testing/samples";

const FIRST = queued("12,000 people");
const ACCEPTED = { ...FIRST, review_state: "accepted", version: 2 };
const SECOND = queued("fares fell by 4%", { id: "c2" });

const cards = () => screen.getAllByRole("listitem").filter((item) => item.querySelector("mark"));
const inTabOrder = () => cards().map((card) => card.tabIndex);

/** Open the queue with two claims, or one where words are sought. */
async function openQueue(script: Script = {}, at = "/queue") {
  const heard = apiAnswers({
    "GET /me/": ME as never,
    "GET /claims/": ({ path }: Heard) => ({ body: page((path.includes("q=") ? [SECOND] : [FIRST, SECOND]) as never) }),
    "POST /claims/c1/accept/": ACCEPTED as never,
    ...script,
  });
  const user = openDesk(at);
  await screen.findByText("12,000 people", { selector: "p" });
  return { user, heard };
}

test("the first claim is active at once, and is told of without taking the focus", async () => {
  const { user, heard } = await openQueue();
  expect(cards()[0]).toHaveAttribute("aria-current", "true");
  expect(cards()[0]).not.toHaveFocus();
  expect(screen.getByText(/^Keys now mean the first claim: .*12,000 people/)).toHaveAttribute("role", "status");
  expect(screen.getByText("1 of 2")).toBeVisible();
  await user.keyboard("a");
  await waitFor(() => expect(cards()[1]).toHaveFocus());
  expect(heard.filter(({ method }) => method === "POST").map(({ path }) => path)).toEqual([
    "/claims/c1/accept/",
  ]);
  expect(screen.queryByText(/^Keys now mean the first claim/)).toBeNull();
});

test("only the active claim is in the tab order, and the keys walk on from it", async () => {
  const { user } = await openQueue();
  expect(inTabOrder()).toEqual([0, -1]);
  await user.keyboard("j");
  await waitFor(() => expect(cards()[1]).toHaveFocus());
  expect(inTabOrder()).toEqual([-1, 0]);
  await user.keyboard("k");
  await waitFor(() => expect(cards()[0]).toHaveFocus());
});

test("another list begins at its first claim and leaves the focus in the field", async () => {
  const { user } = await openQueue();
  await user.keyboard("k/fares");
  await waitFor(() => expect(cards()).toHaveLength(1));
  expect(cards()[0]).toHaveAttribute("aria-current", "true");
  expect(screen.getByDisplayValue("fares")).toHaveFocus();
});

test("a row moves into sight for the keys, never under the pointer that presses on it", async () => {
  const { user } = await openQueue();
  const scrolled = vi.spyOn(Element.prototype, "scrollIntoView");
  const [, second] = cards();
  await user.pointer({ keys: "[MouseLeft>]", target: within(second as HTMLElement).getByRole("link") });
  expect(second).toHaveAttribute("aria-current", "true");
  expect(scrolled).not.toHaveBeenCalled();
  await user.keyboard("k");
  expect(scrolled).toHaveBeenCalledOnce();
});

test("a key pressed twice before the answer decides once", async () => {
  let letGo = () => {};
  const allowed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { user, heard } = await openQueue({
    "POST /claims/c1/accept/": async () => {
      await allowed;
      return { body: ACCEPTED as never };
    },
  });
  await user.keyboard("aa");
  letGo();
  await waitFor(() => expect(cards()[1]).toHaveFocus());
  expect(heard.filter(({ method }) => method === "POST")).toHaveLength(1);
});

test("who comes back from the bench finds the queue as narrow and at the claim they left it at", async () => {
  const { user } = await openQueue(
    desk({
      "GET /claims/": page([FIRST, SECOND] as never),
      "GET /articles/a1/claims/": page([FIRST, SECOND] as never),
    }),
    "/queue?mode=first",
  );
  await user.keyboard("j{Enter}");
  await user.click(await screen.findByRole("link", { name: "Back to the queue" }));
  await waitFor(() => expect(cards()[1]).toHaveFocus());
  expect(screen.getByRole("button", { name: "First review" })).toHaveAttribute("aria-pressed", "true");
  expect(screen.getByText("2 of 2")).toBeVisible();
});
