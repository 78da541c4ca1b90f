import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers, page, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, CLAIM, desk, NONE } from "@/testing/reviewDesk";
import { ME } from "@/testing/samples";

const PROPOSED = { ...CLAIM, review_state: "proposed" };

/** A desk whose claim is proposed until it is accepted. */
function proposal(script: Script = {}): Script {
  let stands = PROPOSED;
  return desk({
    "GET /articles/a1/claims/": () => ({ body: page([stands] as never) }),
    "POST /claims/c1/accept/": () => {
      stands = { ...CLAIM, version: 2 };
      return { body: stands as never };
    },
    ...script,
  });
}

const posted = (heard: ReturnType<typeof apiAnswers>) =>
  heard.filter(({ method }) => method === "POST").map(({ path }) => path);

test("words for the rationale of a proposal have a field, and are no commands", async () => {
  const heard = apiAnswers(proposal());
  const user = openDesk(AT);
  await screen.findByRole("button", { name: "Accept" });
  await user.keyboard("rado duad");
  const dialog = screen.getByRole("dialog", { name: "Your review" });
  expect(within(dialog).getByLabelText("Rationale")).toHaveValue("ado duad");
  expect(posted(heard)).toEqual([]);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByLabelText("Rationale")).toHaveValue("ado duad");
  expect(screen.getByLabelText("Rationale")).toHaveFocus();
  expect(posted(heard)).toEqual(["/claims/c1/accept/"]);
});

test("so has the address of a source", async () => {
  const heard = apiAnswers(proposal());
  const user = openDesk(AT);
  await screen.findByRole("button", { name: "Accept" });
  await user.keyboard("ehttps://a.example/{Control>}{Enter}{/Control}");
  const field = await screen.findByRole("combobox", { name: /Address, or words/ });
  expect(field).toHaveValue("https://a.example/");
  expect(field).toHaveFocus();
  expect(posted(heard)).toEqual(["/claims/c1/accept/"]);
});

test("words typed before the form is there flow into it", async () => {
  let answer = () => {};
  const allowed = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const heard = apiAnswers(
    proposal({
      "GET /claims/c1/annotations/": async () => {
        await allowed;
        return { body: NONE };
      },
    }),
  );
  const user = openDesk(AT);
  await screen.findByRole("button", { name: "Accept" });
  await user.keyboard("ardata");
  expect(screen.getByRole("dialog", { name: "Your review" })).toBeVisible();
  answer();
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard(" hold");
  expect(screen.getByLabelText("Rationale")).toHaveValue("data hold");
  expect(posted(heard)).toEqual(["/claims/c1/accept/"]);
});

test("words left unaccepted are kept for the review", async () => {
  const heard = apiAnswers(proposal());
  const user = openDesk(AT);
  await screen.findByRole("button", { name: "Accept" });
  await user.keyboard("rdata{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(posted(heard)).toEqual([]);
  await user.keyboard("a");
  expect(await screen.findByLabelText("Rationale")).toHaveValue("data");
});

test("who writes no reviews is offered no field for one", async () => {
  apiAnswers(proposal({ "GET /me/": { ...ME, roles: ["moderator"] } as never }));
  const user = openDesk(AT);
  await screen.findByRole("button", { name: "Accept" });
  await user.keyboard("r");
  expect(screen.queryByRole("dialog")).toBeNull();
});
