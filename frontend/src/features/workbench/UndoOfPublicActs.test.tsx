import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { ME, publication, standing } from "@/testing/samples";

const VERDICT = {
  id: "v1", rating: "true", method: "agreement", reason: "", settled_by: "Enea",
  created_at: "2026-09-04T10:00:00Z",
};

/** The desk as a person meets it who reviews and publishes. */
function publishingDesk(script: Script): Script {
  return desk({ "GET /me/": { ...ME, roles: ["reviewer", "editor"] } as never, ...script });
}

const posts = (heard: { method: string; path: string; body: unknown }[]) =>
  heard.filter((call) => call.method === "POST").map((call) => [call.path, call.body]);

test("a settled verdict is taken back by one key and settled again by another", async () => {
  const agreed = standing({
    state: "agreed", reviews_given: 2, may_settle: true, why_not: "", agreed_rating: "true",
  });
  const heard = apiAnswers(
    publishingDesk({
      "GET /claims/c1/verdict/": agreed as never,
      "POST /claims/c1/verdict/": () => ({
        status: 201, body: { ...agreed, state: "settled", verdict: VERDICT } as never,
      }),
      "POST /claims/c1/verdict/reopen/": () => ({ status: 201, body: agreed as never }),
    }),
  );
  const user = openDesk(AT);
  await screen.findByText("The reviews agree.");
  await user.keyboard("v");
  await screen.findByText(/verdict settled/);
  await user.keyboard("{Control>}z{/Control}");
  expect(await screen.findByText("Undone: verdict settled.")).toBeVisible();
  await user.keyboard("{Shift>}{Control>}Z{/Control}{/Shift}");
  await screen.findByText("Done again: verdict settled.");
  expect(posts(heard)).toEqual([
    ["/claims/c1/verdict/", {}],
    ["/claims/c1/verdict/reopen/", { verdict: "v1" }],
    ["/claims/c1/verdict/", {}],
  ]);
});

test("a verdict is taken back by its key with a way back, and not while the claim is public", async () => {
  const settled = standing({
    state: "settled", reviews_given: 2, why_not: "already-settled",
    verdict: { ...VERDICT, method: "adjudication", reason: "Both hold." } as never,
    may_reopen: true, why_not_reopen: "",
  });
  let isPublic = false;
  const heard = apiAnswers(
    publishingDesk({
      "GET /claims/c1/verdict/": () => ({
        body: { ...settled, ...(isPublic && { may_reopen: false, why_not_reopen: "verdict-is-public" }) } as never,
      }),
      "POST /claims/c1/verdict/": () => ({ status: 201, body: settled as never }),
      "POST /claims/c1/verdict/reopen/": () => {
        isPublic = true; // as if someone published it again meanwhile
        return { status: 201, body: standing({ state: "disputed" }) as never };
      },
    }),
  );
  const user = openDesk(AT);
  await screen.findByRole("button", { name: "Take the verdict back" });
  await user.keyboard("V");
  await screen.findByText(/verdict taken back/);
  expect(await screen.findByText(/The verdict is public/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Take the verdict back" })).toBeDisabled();
  await user.keyboard("V");
  await user.keyboard("u");
  await screen.findByText("Undone: verdict taken back.");
  expect(posts(heard)).toEqual([
    ["/claims/c1/verdict/reopen/", { verdict: "v1" }],
    ["/claims/c1/verdict/", { rating: "true", reason: "Both hold." }],
  ]);
});

test("undo after publishing offers to withdraw, with a notice; Esc leaves it published", async () => {
  const heard = apiAnswers(
    publishingDesk({
      "GET /claims/c1/publication/": publication({ ready: true, gate: [] }) as never,
      "POST /claims/c1/publication/publish/": () => ({ status: 201, body: {} }),
      "POST /claims/c1/publication/withdraw/": () => ({ status: 201, body: {} }),
    }),
  );
  const user = openDesk(AT);
  await screen.findByRole("button", { name: "Publish" });
  await user.keyboard("P");
  const asked = await screen.findByRole("dialog", { name: "Publish the claim" });
  expect(asked).toHaveTextContent(/everybody can read it/);
  expect(posts(heard)).toHaveLength(0);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Published.");
  await user.keyboard("{Control>}z{/Control}");
  expect(await screen.findByRole("dialog", { name: "Withdraw what is published" })).toHaveTextContent(
    /can’t be undone: newsrooms may have it already/,
  );
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(posts(heard)).toHaveLength(1);
  await user.keyboard("{Control>}z{/Control}");
  const dialog = await screen.findByRole("dialog", { name: "Withdraw what is published" });
  await user.type(within(dialog).getByLabelText(/Notice/), "It was another’s.");
  await user.click(within(dialog).getByRole("button", { name: "Withdraw" }));
  await waitFor(() =>
    expect(posts(heard).at(-1)).toEqual([
      "/claims/c1/publication/withdraw/", { notice: "It was another’s." },
    ]),
  );
});

test("every act on a source is undone and done again one by one, with the words typed between", async () => {
  apiAnswers(publishingDesk({ "GET /claims/c1/publication/": publication() as never }));
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("e{Enter}");
  await screen.findByText(/Copy kept on/);
  await user.keyboard("f{Escape}p"); // a stance leads to the rationale
  await user.type(screen.getByLabelText("Note"), "page 3");
  await user.keyboard("{Escape}");
  const refutes = () => screen.getByRole("radio", { name: /refutes/ });
  const primary = () => screen.getByRole("checkbox", { name: /primary/i });
  expect(refutes()).toBeChecked();
  await user.keyboard("u");
  await screen.findByText("Undone: primary source.");
  expect(primary()).not.toBeChecked();
  await user.keyboard("u");
  await screen.findByText("Undone: what the source says.");
  expect(refutes()).not.toBeChecked();
  await user.keyboard("u");
  await screen.findByText("Undone: source added.");
  expect(screen.queryByText(/Copy kept on/)).toBeNull();
  await user.keyboard("UUU");
  await screen.findByText("Done again: primary source.");
  expect(await screen.findByLabelText("Note")).toHaveValue("page 3");
  expect(screen.getByLabelText(/Excerpt/)).toHaveValue("9,000 a day.");
  expect(refutes()).toBeChecked();
  expect(primary()).toBeChecked();

  await user.click(screen.getByRole("button", { name: "Remove: Source 1" }));
  expect(screen.queryByText(/Copy kept on/)).toBeNull();
  await user.keyboard("u");
  expect(await screen.findByText(/Copy kept on/)).toBeVisible();
  expect(screen.getByLabelText(/Excerpt/)).toHaveValue("9,000 a day.");
});
