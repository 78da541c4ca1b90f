import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers, held, page, refusal } from "@/testing/api";
import { openDesk } from "@/testing/open";
import type { Hold } from "@/model/assignment";
import { formatTime } from "@/i18n/format";
import { ME, queued, RATINGS } from "@/testing/samples";

const FIRST = queued("12,000 people");
const SECOND = queued("fares fell by 4%", { id: "c2" });
const BASE = { "GET /me/": ME as never, "GET /claims/": page([FIRST, SECOND] as never) };

const cards = () => screen.getAllByRole("listitem").filter((item) => item.querySelector("mark"));

test("one key accepts and moves on, another takes it back", async () => {
  const heard = apiAnswers({
    ...BASE,
    "POST /claims/c1/accept/": { ...FIRST, review_state: "accepted", version: 2 } as never,
    "POST /claims/c1/reopen/": { ...FIRST, version: 3 } as never,
  });
  const user = openDesk("/queue");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("a");
  await waitFor(() => expect(cards()[1]).toHaveAttribute("aria-current", "true"));
  await waitFor(() => expect(cards()[1]).toHaveFocus());
  expect(within(cards()[0] as HTMLElement).getByText("accepted")).toBeVisible();
  await user.keyboard("u");
  await waitFor(() => expect(within(cards()[0] as HTMLElement).getByText("proposed")).toBeVisible());
  await waitFor(() => expect(cards()[0]).toHaveFocus());
  const acts = heard.filter((call) => call.method === "POST");
  expect(acts.map((call) => [call.path, call.ifMatch])).toEqual([
    ["/claims/c1/accept/", '"1"'],
    ["/claims/c1/reopen/", '"2"'],
  ]);
});

test("on a slow line each key is for the next claim, and what is refused names its claim", async () => {
  const [first, second] = [held(refusal(412, "stale-version")), held({ body: { ...SECOND, review_state: "accepted" } as never })];
  const heard = apiAnswers({
    ...BASE,
    "POST /claims/c1/accept/": first.wait,
    "POST /claims/c2/accept/": second.wait,
    "GET /claims/c1/": { ...FIRST, version: 5 } as never,
  });
  const user = openDesk("/queue");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("aa");
  await waitFor(() => expect(heard.filter((call) => call.method === "POST")).toHaveLength(2));
  expect(screen.getAllByText("Saving…")).toHaveLength(2);
  await user.keyboard("kd"); // what is on its way is not decided otherwise meanwhile
  expect(screen.queryByRole("group", { name: "Why dismiss it?" })).toBeNull();
  first.letGo();
  expect(await screen.findByText(/^“12,000 people”: Someone changed this in the meantime/)).toBeVisible();
  expect(within(cards()[0] as HTMLElement).getByText("proposed")).toBeVisible();
  second.letGo();
  await waitFor(() => expect(within(cards()[1] as HTMLElement).getByText("accepted")).toBeVisible());
});

test("dismissing asks for a reason, given by one key", async () => {
  const heard = apiAnswers({
    ...BASE,
    "POST /claims/c1/dismiss/": {
      ...FIRST,
      review_state: "dismissed",
      dismissal: "prediction",
      version: 2,
    } as never,
  });
  const user = openDesk("/queue");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("d");
  expect(screen.getByRole("group", { name: "Why dismiss it?" })).toHaveFocus();
  await user.keyboard("p");
  expect(await screen.findByText("dismissed: a prediction")).toBeVisible();
  expect(heard.at(-1)?.body).toEqual({ reason: "prediction" });
});

test("a claim that changed meanwhile is shown anew and the act isn't done", async () => {
  apiAnswers({
    ...BASE,
    "POST /claims/c1/accept/": () => refusal(412, "stale-version"),
    "GET /claims/c1/": { ...FIRST, review_state: "accepted", version: 5 } as never,
  });
  const user = openDesk("/queue");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("a");
  expect(await screen.findByText(/Someone changed this in the meantime/)).toBeVisible();
  expect(within(cards()[0] as HTMLElement).getByText("accepted")).toBeVisible();
});

test("the list of keys shows what works here, and the keys can be switched off", async () => {
  const heard = apiAnswers(BASE);
  const user = openDesk("/queue");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("?");
  const dialog = await screen.findByRole("dialog", { name: "Keys on this page" });
  expect(within(dialog).getByText("Accept")).toBeVisible();
  await user.click(within(dialog).getByRole("switch", { name: /Single keys work/ }));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("a");
  expect(heard.filter((call) => call.method === "POST")).toEqual([]);
});

const UNTIL = "2026-03-02T10:50:00Z";
const hold = (changes: Partial<Hold> = {}): Hold => ({
  id: "h1",
  reviewer: { id: "8", display_name: "Bruno Costa" },
  how: "taken",
  until: UNTIL,
  overdue: false,
  mine: false,
  ...changes,
});
const EDITOR = { ...ME, roles: ["editor"] } as never;
const REVIEWERS = {
  results: [{ id: "8", display_name: "Bruno Costa", open_holds: 3, overdue: 1 }],
};

test("each way into the queue asks for its own claims, one key apart", async () => {
  const heard = apiAnswers(BASE);
  const user = openDesk("/queue?language=it");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("3");
  await waitFor(() => expect(heard.at(-1)?.path).toContain("mode=second&language=it"));
  await user.keyboard("4");
  await waitFor(() => expect(heard.at(-1)?.path).toContain("mode=mine"));
  expect(heard.at(-1)?.path).toContain("ordering=due_at");
  // the old list stays in sight until the new one is there
  expect(screen.getByText("12,000 people", { selector: "p" })).toBeVisible();
});

test("who decides and who publishes find what waits for them", async () => {
  const heard = apiAnswers({ ...BASE, "GET /me/": EDITOR, "GET /reviewers/": REVIEWERS });
  const user = openDesk("/queue");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("4");
  expect(await screen.findByRole("button", { name: /To decide/ })).toHaveAttribute("aria-pressed", "true");
  await waitFor(() => expect(heard.some(({ path }) => path.includes("mode=decide"))).toBe(true));
  await user.keyboard("5");
  await waitFor(() => expect(heard.some(({ path }) => path.includes("mode=publish"))).toBe(true));
});

test("a row tells who holds the claim and until when", async () => {
  const mine = hold({ id: "h2", how: "assigned", overdue: true, mine: true });
  apiAnswers({ ...BASE, "GET /claims/": page([{ ...FIRST, holds: [hold(), mine] }] as never) });
  openDesk("/queue");
  const until = formatTime(new Date(UNTIL), "en");
  expect(await screen.findByText(`held by Bruno Costa until ${until}`)).toBeVisible();
  expect(screen.getByText(/assigned to you, overdue since/)).toBeVisible();
});

test("an undo asked while a claim is being given back waits, then takes it again", async () => {
  let letGo = () => {};
  const allowed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const held = { ...FIRST, holds: [hold({ mine: true })] };
  const heard = apiAnswers({
    ...BASE,
    "GET /claims/": page([held] as never),
    "POST /assignments/give-back/": async () => {
      await allowed;
      return { body: { results: [] } };
    },
    "POST /assignments/take/": { ...hold({ id: "h2", mine: true }), claim: "c1", article: "a1" } as never,
  });
  const user = openDesk("/queue");
  await screen.findByRole("button", { name: /Give back/ });
  await user.keyboard("bu");
  expect(await screen.findByText(/^Still being sent \(claim given back\)/)).toBeVisible();
  letGo();
  expect(await screen.findByText("Undone: claim given back.")).toBeVisible();
  const posts = heard.filter((call) => call.method === "POST").map((call) => call.path);
  expect(posts).toEqual(["/assignments/give-back/", "/assignments/take/"]);
});

test("a claim that may be checked already shows the earlier one with its rating", async () => {
  const match = {
    claim: "c2",
    id: "m1",
    score: 0.91,
    decision: "",
    earlier: "p1",
    headline: "No, fares rose",
    rating: "false",
    url: "https://desk.example/claims/p1/",
  };
  const heard = apiAnswers({
    ...BASE,
    "GET /ratings/": page(RATINGS as never),
    "GET /claims/matches/": { results: [match] } as never,
  });
  openDesk("/queue");
  const chip = (await screen.findByRole("link", { name: "No, fares rose" })).closest("p");
  await screen.findByText("False");
  expect(chip).toHaveTextContent("Already checked?No, fares roseFalse91% alike");
  expect(cards()[0]).not.toHaveTextContent("Already checked");
  expect(heard.map((call) => call.path)).toContain("/claims/matches/?claim=c1&claim=c2");
});

test("taking the next claim opens the workbench on it, with the queue's filters", async () => {
  const heard = apiAnswers({
    ...BASE,
    "POST /assignments/take/": { ...hold({ mine: true }), claim: "c2", article: "a9" } as never,
    "GET /articles/a9/": () => refusal(404, "not-found"),
    "GET /articles/a9/claims/": page([]),
    "GET /articles/a9/verdicts/": { results: [] },
  });
  const user = openDesk("/queue?mode=first&language=en");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("t");
  await waitFor(() => expect(heard.map((call) => call.path)).toContain("/articles/a9/"));
  const taken = heard.find((call) => call.method === "POST");
  expect(taken?.path).toBe("/assignments/take/?mode=first&language=en");
});

test("picked claims are decided together, and the refusal names who is to blame", async () => {
  let isRefused = true;
  const heard = apiAnswers({
    ...BASE,
    "POST /claims/decide/": ({ body }) => {
      const { act } = body as { act: string };
      const part = { pointer: "/claims/1", code: "stale-version", detail: "It changed." };
      const { body: problem } = refusal(409, "bulk-refused");
      if (isRefused) return { status: 409, body: { ...(problem as object), errors: [part] } };
      const state = act === "reopen" ? "proposed" : "dismissed";
      const dismissal = act === "reopen" ? "" : "opinion";
      const changed = { review_state: state, dismissal, version: 2 };
      return { body: { results: [FIRST, SECOND].map((one) => ({ ...one, ...changed })) } as never };
    },
  });
  const user = openDesk("/queue");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("xjX");
  const bar = screen.getByRole("region", { name: "Picked claims" });
  expect(within(bar).getByText("2 picked")).toBeVisible();
  await user.keyboard("do");
  expect(await within(bar).findByText(/fares fell by 4%”: It changed/)).toBeVisible();
  isRefused = false;
  await user.keyboard("do");
  await waitFor(() => expect(screen.getAllByText("dismissed: an opinion")).toHaveLength(2));
  await user.keyboard("u");
  await waitFor(() => expect(screen.queryByText("dismissed: an opinion")).toBeNull());
  const sent = heard.filter((call) => call.method === "POST").map((call) => call.body);
  const claims = [{ id: "c1", version: 1 }, { id: "c2", version: 1 }];
  expect(sent.slice(1)).toEqual([
    { act: "dismiss", reason: "opinion", claims },
    { act: "reopen", claims: claims.map(({ id }) => ({ id, version: 2 })) },
  ]);
});

test("an editor assigns a claim and takes that back", async () => {
  const made = { ...hold({ id: "h9", how: "assigned" }), claim: "c1", article: "a1", ending: "" };
  const heard = apiAnswers({
    ...BASE,
    "GET /me/": EDITOR,
    "GET /reviewers/": REVIEWERS,
    "POST /assignments/": () => ({ status: 201, body: { results: [made] } as never }),
    "POST /assignments/give-back/": { results: [{ ...made, ending: "taken_back" }] } as never,
  });
  const user = openDesk("/queue");
  await screen.findByText("12,000 people", { selector: "p" });
  await user.keyboard("w");
  expect(await screen.findByRole("dialog")).toHaveTextContent(FIRST.text);
  const dialog = await screen.findByRole("dialog", { name: "Assign the claim" });
  const person = within(dialog).getByLabelText(/Reviewer/);
  expect(within(person).getByText("Bruno Costa (holds 3, 1 overdue)")).toBeInTheDocument();
  await user.selectOptions(person, "8");
  await user.click(within(dialog).getByRole("button", { name: "Assign" }));
  expect(await screen.findByText(/assigned to Bruno Costa, due/)).toBeVisible();
  const sent = heard.find((call) => call.method === "POST")?.body as Record<string, unknown>;
  expect(sent).toMatchObject({ claims: ["c1"], reviewer: "8" });
  expect(new Date(String(sent.due_at)).getTime()).toBeGreaterThan(Date.now());
  await user.keyboard("u");
  await waitFor(() => expect(screen.queryByText(/assigned to Bruno Costa, due/)).toBeNull());
  const taken = heard.find((call) => call.path === "/assignments/give-back/");
  expect(taken?.body).toEqual({ assignments: ["h9"] });
});

test.each([
  ["disputed", "Disputed"],
  ["agreed", "reviews agree"],
] as const)("what waits for a decision says that it is %s", async (state, words) => {
  const decided = queued("12,000 people", { review_state: "accepted", verdict_state: state });
  apiAnswers({ ...BASE, "GET /claims/": page([decided, SECOND] as never) });
  openDesk("/queue?mode=decide");
  await screen.findByText("12,000 people", { selector: "p" });
  const [first, second] = cards() as HTMLElement[];
  expect(within(first as HTMLElement).getByText(words)).toBeVisible();
  expect(within(second as HTMLElement).queryByText(/disputed|agree/i)).toBeNull();
});
