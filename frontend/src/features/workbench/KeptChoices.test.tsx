import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers, page, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { claim, ME, publication, review, standing } from "@/testing/samples";

const FIRST = claim("carried 12,000 people");
const LAST = claim("fares fell by 4%", { id: "c3" });
const OPEN: Script = { "GET /articles/a1/claims/": page([FIRST, LAST] as never) };
const EDITOR: Script = { "GET /me/": { ...ME, roles: ["editor"] } as never };
const DISPUTED: Script = {
  ...EDITOR,
  "GET /claims/c1/annotations/": { results: [review({ id: "r8", mine: false })], hidden_until_you_rate: 0 } as never,
  "GET /claims/c1/verdict/": standing({ state: "disputed", reviews_given: 2, may_settle: true, why_not: "" }) as never,
};
const OUT: Script = {
  ...EDITOR,
  "GET /claims/c1/publication/": publication({ state: "published", ready: true, gate: [], changes: ["headline"] }) as never,
};

type User = ReturnType<typeof openDesk>;
type Case = [
  what: string,
  script: Script,
  button: RegExp,
  give: (dialog: HTMLElement, user: User) => Promise<void>,
  expectGiven: (dialog: HTMLElement) => void,
];
const CASES: Case[] = [
  [
    "where a claim is cut, and the words of its parts",
    OPEN,
    /^Split/,
    async (dialog, user) => {
      await user.click(within(dialog).getByRole("button", { name: "people" }));
      await user.type(within(dialog).getByLabelText("Part 2"), " a day");
    },
    (dialog) => expect(within(dialog).getByLabelText("Part 2")).toHaveValue("people a day"),
  ],
  [
    "what a claim is merged with, and the words",
    OPEN,
    /^Merge/,
    async (dialog, user) => {
      await user.click(within(dialog).getByRole("checkbox", { name: "fares fell by 4%" }));
      await user.type(within(dialog).getByLabelText("The claim"), "!");
    },
    (dialog) => expect(within(dialog).getByLabelText("The claim")).toHaveValue(`${FIRST.text} ${LAST.text}!`),
  ],
  [
    "the rating of an adjudication",
    DISPUTED,
    /^Adjudicate/,
    (dialog, user) => user.click(within(dialog).getByRole("radio", { name: /False/ })),
    (dialog) => expect(within(dialog).getByRole("radio", { name: /False/ })).toBeChecked(),
  ],
  [
    "the severity of a correction",
    OUT,
    /^Correct/,
    (dialog, user) => user.click(within(dialog).getByRole("radio", { name: /[Ss]ignificant/ })),
    (dialog) => expect(within(dialog).getByRole("radio", { name: /[Ss]ignificant/ })).toBeChecked(),
  ],
  [
    "who was asked for a reply",
    EDITOR,
    /^Log a request/,
    (dialog, user) => user.type(within(dialog).getByLabelText(/Who was asked/), "The mayor"),
    (dialog) => expect(within(dialog).getByLabelText(/Who was asked/)).toHaveValue("The mayor"),
  ],
];

test.each(CASES)("Esc doesn't lose %s", async (_, script, button, give, expectGiven) => {
  apiAnswers(desk(script));
  const user = openDesk(AT);
  const open = async () => {
    await user.click(await screen.findByRole("button", { name: button }));
    return screen.findByRole("dialog");
  };
  await give(await open(), user);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expectGiven(await open());
});
