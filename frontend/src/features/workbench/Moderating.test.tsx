import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { ME, review } from "@/testing/samples";

const BEA = review({ id: "r2", mine: false, author: { id: "8", display_name: "Bea" } });
const CARLO = review({
  id: "r3", mine: false, author: { id: "9", display_name: "Carlo" }, rationale: "È falso 👎.",
});

test("a moderator hides the review in use by one key, sees whose it is, and undoes it", async () => {
  const heard = apiAnswers(
    desk({
      "GET /me/": { ...ME, roles: ["moderator"] } as never,
      "GET /claims/c1/annotations/": { results: [BEA, CARLO], hidden_until_you_rate: 0 } as never,
      "POST /annotations/r3/hide/": { ...CARLO, hidden: true } as never,
      "POST /annotations/r3/restore/": CARLO as never,
    }),
  );
  const user = openDesk(AT);
  const [, ofCarlo] = await screen.findAllByRole("button", { name: "Hide this review" });
  act(() => ofCarlo?.focus());
  await user.keyboard("H");
  const dialog = await screen.findByRole("dialog", { name: "Hide this review" });
  expect(within(dialog).getByText("Carlo: È falso 👎.")).toBeVisible();
  await user.keyboard("An insult.{Control>}{Enter}{/Control}");
  const posted = () => heard.filter((call) => call.method === "POST");
  await waitFor(() => expect(posted()).toHaveLength(1));
  expect(posted()[0]?.body).toEqual({ reason: "An insult." });
  await user.keyboard("u");
  await waitFor(() => expect(posted()).toHaveLength(2));
  expect(posted()[1]?.path).toBe("/annotations/r3/restore/");
});
