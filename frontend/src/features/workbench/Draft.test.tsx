import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers, type Heard, refusal } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { ME, publication } from "@/testing/samples";

const EDITOR = { ...ME, roles: ["editor"] } as never;

/** The server keeps what it is sent under the next version. */
function keep({ body, ifMatch }: Heard) {
  const version = Number(ifMatch?.slice(1, -1)) + 1;
  return { body: publication({ draft: { ...publication().draft, ...(body as object), version } }) as never };
}

const saves = (heard: readonly Heard[]) => heard.filter((call) => call.method === "PUT");

test("who leaves a field has it saved at once", async () => {
  const heard = apiAnswers(desk({ "GET /me/": EDITOR, "PUT /claims/c1/publication/draft/": keep }));
  const user = openDesk(AT);
  await user.click(await screen.findByLabelText("Headline of the verdict"));
  await user.keyboard("Fewer{Escape}");
  await waitFor(() => expect(saves(heard)).toHaveLength(1), { timeout: 700 }); // before the rest is over
  expect(saves(heard)[0]?.body).toMatchObject({ headline: "Fewer" });
});

test("a headline stands whole in its field and is one line, whatever is pasted", async () => {
  const heard = apiAnswers(desk({ "GET /me/": EDITOR, "PUT /claims/c1/publication/draft/": keep }));
  const user = openDesk(AT);
  const headline = await screen.findByLabelText("Headline of the verdict");
  expect(headline.tagName).toBe("TEXTAREA");
  await user.click(headline);
  await user.paste("Fewer \n than said");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(saves(heard)).toHaveLength(1));
  expect(saves(heard)[0]?.body).toMatchObject({ headline: "Fewer than said" });
});

test("what is typed while a save is on its way is saved too", async () => {
  let answer: (() => void) | undefined;
  const first = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const heard = apiAnswers(
    desk({
      "GET /me/": EDITOR,
      "PUT /claims/c1/publication/draft/": async (call) => {
        if (call.ifMatch === '"0"') await first;
        return keep(call);
      },
    }),
  );
  const user = openDesk(AT);
  const headline = await screen.findByLabelText("Headline of the verdict");
  await user.type(headline, "Fewer{Escape}");
  await waitFor(() => expect(saves(heard)).toHaveLength(1));
  await user.type(headline, " than said");
  answer?.();
  await screen.findByText(/Saved at/);
  expect(saves(heard).map((call) => call.ifMatch)).toEqual(['"0"', '"1"']);
  expect(saves(heard)[1]?.body).toMatchObject({ headline: "Fewer than said" });
});

test.each([
  [["headline", "replies", "right_of_reply"], /^This changes: the headline, the right of reply\.$/, "minor", true],
  [["rating"], /^This changes: the rating\.$/, "significant", true],
  [[], /^Nothing is different from the last version/, "minor", false],
] as const)("before a correction an editor reads what it changes: %j", async (changes, words, severity, may) => {
  const out = publication({ state: "published", ready: true, gate: [], changes: [...changes] });
  apiAnswers(desk({ "GET /me/": EDITOR, "GET /claims/c1/publication/": out as never }));
  const user = openDesk(AT);
  await screen.findByRole("button", { name: "Correct" });
  await user.keyboard("C");
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.getByRole("radio", { name: severity })).toBeChecked();
  const minor = screen.getByRole<HTMLInputElement>("radio", { name: "minor" });
  expect(minor.disabled).toBe(severity === "significant");
  const dialog = screen.getByRole("dialog");
  await user.type(within(dialog).getByLabelText(/^Notice for the public/), "A slip.");
  const act = within(dialog).getByRole<HTMLButtonElement>("button", { name: /^Correct/ });
  expect(act.disabled).toBe(!may);
});

test("what a colleague wrote isn't published while one looks at words of one's own", async () => {
  const stored = (headline: string, version: number) =>
    publication({
      draft: { ...publication().draft, headline, version },
      gate: publication().gate.map((condition) => ({ ...condition, met: true })),
      ready: true,
    }) as never;
  let isTheirs = false;
  apiAnswers(
    desk({
      "GET /me/": EDITOR,
      "GET /claims/c1/publication/": () => ({ body: isTheirs ? stored("Theirs", 2) : stored("", 1) }),
      "PUT /claims/c1/publication/draft/": ({ ifMatch }) => {
        isTheirs = true;
        return ifMatch === '"2"' ? { body: stored("Mine", 3) } : refusal(412, "stale-version");
      },
    }),
  );
  const user = openDesk(AT);
  await user.type(await screen.findByLabelText("Headline of the verdict"), "Mine{Escape}");
  await screen.findByText("Someone changed this while you were writing");
  expect(screen.getByRole("button", { name: "Publish" })).toBeDisabled();
  expect(screen.getByText(/only what is stored can be published/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Use mine" }));
  await waitFor(() => expect(screen.getByRole("button", { name: "Publish" })).toBeEnabled());
  expect(screen.getByLabelText("Headline of the verdict")).toHaveValue("Mine");
});
