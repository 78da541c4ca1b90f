import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Reply } from "@/model/publication";
import { apiAnswers } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { ME, publication } from "@/testing/samples";

const ASKED: Reply = {
  id: "r1", asked: "Mayor’s office", channel: "email", asked_at: "2026-09-04T10:00:00Z",
  due_at: null, note: "", written_by: "Enea", created_at: "2026-09-04T10:00:00Z",
  state: "waiting", outcomes: [],
};
const ANSWERED: Reply = {
  ...ASKED,
  state: "answered",
  outcomes: [
    {
      outcome: "answered", words: "We stand by it.", received_at: "2026-09-05T10:00:00Z",
      written_by: "Enea", created_at: "2026-09-05T10:00:00Z",
    },
  ],
};
const ADVICE = {
  code: "right_of_reply", met: false, message: "Ask for a reply.", field: null, binding: false,
};

test("a request for a reply is logged, and what came of it after it", async () => {
  const heard = apiAnswers({
    ...desk(),
    "GET /me/": { ...ME, roles: ["editor"] } as never,
    "GET /claims/c1/publication/": publication({ gate: [ADVICE] }) as never,
    "POST /claims/c1/publication/replies/": () => ({
      status: 201, body: publication({ gate: [ADVICE], replies: [ASKED] }) as never,
    }),
    "POST /claims/c1/publication/replies/r1/outcomes/": () => ({
      status: 201, body: publication({ replies: [ANSWERED] }) as never,
    }),
  });
  const user = openDesk(AT);
  expect(await screen.findByText("Everything is there to publish")).toBeVisible(); // advice only
  await user.click(screen.getByRole("button", { name: "Ask for a reply." }));
  expect(screen.getByRole("region", { name: "Right of reply" })).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "Log a request for a reply" }));
  const dialog = await screen.findByRole("dialog");
  const asked = within(dialog).getByLabelText(/Who was asked/);
  await user.clear(asked);
  await user.type(asked, "Mayor’s office");
  await user.click(within(dialog).getByRole("button", { name: "Write into the log" }));
  expect(await screen.findByText("waiting for an answer")).toBeVisible();
  await user.click(screen.getByRole("button", { name: /Write down what came of it/ }));
  const answering = await screen.findByRole("dialog");
  const send = within(answering).getByRole("button", { name: "Write into the log" });
  expect(send).toBeDisabled();
  await user.type(within(answering).getByLabelText(/The answer/), "We stand by it.");
  await user.click(send);
  expect(await screen.findByText("We stand by it.")).toBeVisible();
  const sent = heard.filter((call) => call.method === "POST").map((call) => call.body);
  expect(sent).toMatchObject([
    { asked: "Mayor’s office", channel: "email", due_at: null },
    { outcome: "answered", words: "We stand by it." },
  ]);
});
