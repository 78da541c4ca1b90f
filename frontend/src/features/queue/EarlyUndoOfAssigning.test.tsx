import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { type Answer, apiAnswers, held, page, refusal, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { article, ME, queued } from "@/testing/samples";

const MADE = { id: "h9", claim: "c1", reviewer: { id: "8", display_name: "Bruno" }, ending: "" };
const ASSIGNED: Answer = { status: 201, body: { results: [MADE] } as never };

type Place = [what: string, at: string, list: Script, dialog: string];
const PLACES: Place[] = [
  ["a claim", "/queue", { "GET /claims/": page([queued("12,000 people"), queued("fares fell by 4%", { id: "c2" })] as never) }, "Assign the claim"],
  ["an article", "/", { "GET /articles/": page([article(), article({ id: "a2", title: "Fares" })] as never) }, "Assign the article’s claims"],
];

/** Assign what comes first, close the dialog before the answer. */
async function assignAndClose([, at, list, name]: Place, answer: Answer) {
  const { wait, letGo } = held(answer);
  const heard = apiAnswers({
    "GET /me/": { ...ME, roles: ["editor"] } as never,
    "GET /reviewers/": { results: [{ id: "8", display_name: "Bruno", open_holds: 0, overdue: 0 }] },
    "POST /assignments/": wait,
    "POST /assignments/give-back/": { results: [{ ...MADE, ending: "taken_back" }] } as never,
    ...list,
  });
  const user = openDesk(at);
  await waitFor(() => expect(document.querySelector("[aria-current=true]")).not.toBeNull());
  await screen.findAllByRole("button", { name: "Assign" });
  await user.keyboard("w");
  const dialog = await screen.findByRole("dialog", { name });
  await user.selectOptions(within(dialog).getByLabelText(/Reviewer/), "8");
  await user.click(within(dialog).getByRole("button", { name: "Assign" }));
  await user.click(within(dialog).getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const posts = () => heard.filter(({ method }) => method === "POST");
  return { user, letGo, posts };
}

test.each(PLACES)("an undo asked before the answer to assigning %s is here waits for it", async (...place) => {
  const { user, letGo, posts } = await assignAndClose(place, ASSIGNED);
  await user.keyboard("u");
  expect(await screen.findByText(/^Still being sent/)).toBeVisible();
  expect(posts()).toHaveLength(1);
  letGo();
  expect(await screen.findByText("Undone: claim assigned to Bruno.")).toBeVisible();
  expect(posts().at(-1)?.body).toEqual({ assignments: ["h9"] });
});

test.each(PLACES)("a refusal to assign %s is told though its dialog was closed", async (...place) => {
  const refused = refusal(409, "bulk-refused");
  const errors = [{ pointer: "/claims/0", code: "wrong-state", detail: "It was dismissed." }];
  const { letGo } = await assignAndClose(place, { ...refused, body: { ...(refused.body as object), errors } });
  letGo();
  expect(await screen.findByText(/It was dismissed|None of these/)).toBeVisible();
});

test.each(PLACES)("the answer to assigning %s leaves a dialog alone that was opened since", async (...place) => {
  const { user, letGo } = await assignAndClose(place, ASSIGNED);
  await user.keyboard("jw");
  await screen.findByRole("dialog", { name: place[3] });
  letGo();
  await screen.findByText(/claim assigned to Bruno\./);
  await user.selectOptions(screen.getByLabelText(/Reviewer/), "8"); // what follows the answer is over
  expect(screen.getByRole("dialog", { name: place[3] })).toBeVisible();
});

test("an article that comes in while another is being assigned takes nothing from its place", async () => {
  let rows = [article()];
  const heard = apiAnswers({
    "GET /me/": { ...ME, roles: ["editor"] } as never,
    "GET /reviewers/": { results: [{ id: "8", display_name: "Bruno", open_holds: 0, overdue: 0 }] },
    "GET /articles/": () => ({ body: page(rows as never) }),
    "POST /assignments/": () => ASSIGNED,
  });
  const user = openDesk("/");
  await screen.findByRole("row", { name: /A tram for everyone/ });
  await user.keyboard("w");
  const dialog = await screen.findByRole("dialog", { name: "Assign the article’s claims" });
  expect(dialog).toHaveTextContent("A tram for everyone");
  rows = [article({ id: "a2", title: "Fares" }), ...rows];
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  act(() => void window.dispatchEvent(new Event("visibilitychange")));
  await screen.findByText("Fares");
  vi.useRealTimers();
  await user.selectOptions(within(dialog).getByLabelText(/Reviewer/), "8");
  await user.click(within(dialog).getByRole("button", { name: "Assign" }));
  await screen.findByText(/claim assigned to Bruno\./);
  expect(heard.findLast(({ method }) => method === "POST")?.body).toMatchObject({ articles: ["a1"] });
});
