import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { rangeOfSpan } from "@/anchoring/selection";
import { apiAnswers, page, refusal, type Script } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { article, claim, ME, RATINGS, TEXT } from "@/testing/samples";

const FIRST = claim("The tram line carried 12,000 people a day");
const LAST = claim("fares fell by 4%", { id: "c3" });
const START = FIRST.start;

function bench(script: Script = {}, claims = () => [FIRST, LAST]): Script {
  return {
    "GET /me/": ME as never,
    "GET /ratings/": page(RATINGS as never),
    "GET /articles/a1/": article() as never,
    "GET /articles/a1/verdicts/": { results: [] },
    "GET /articles/a1/claims/": () => ({ body: page(claims() as never) }),
    "GET /articles/a1/sentences/": page([]),
    ...script,
  };
}

const posted = (heard: ReturnType<typeof apiAnswers>) => heard.filter((call) => call.method === "POST");

test("a claim is split by keyboard, and undo brings it back", async () => {
  const made = [
    claim("The tram line", { id: "n1" }),
    claim("carried 12,000 people a day", { id: "n2", text: "The tram carried 12,000 people a day." }),
  ];
  const origin = { ...FIRST, review_state: "dismissed", dismissal: "split", version: 2 };
  let stand: unknown[] = [FIRST, LAST];
  const heard = apiAnswers(
    bench(
      {
        "POST /claims/c1/split/": () => {
          stand = [...made, LAST];
          return { status: 201, body: { made, origins: [origin] } as never };
        },
        "POST /claims/c1/reopen/": () => {
          stand = [{ ...FIRST, version: 3 }, LAST];
          return { body: { ...FIRST, version: 3 } as never };
        },
      },
      () => stand as never,
    ),
  );
  const user = openDesk("/articles/a1");
  await screen.findByText("fares fell by 4%", { selector: "mark" });
  await user.keyboard("jx");
  const dialog = await screen.findByRole("dialog", { name: "Split the claim" });
  expect(within(dialog).getByRole("button", { name: /^Split/ })).toBeDisabled();
  await waitFor(() => expect(within(dialog).getByRole("button", { name: "tram" })).toHaveFocus());
  await user.keyboard("{ArrowRight}{ArrowRight} ");
  const second = within(dialog).getByLabelText("Part 2");
  expect(second).toHaveValue("carried 12,000 people a day");
  await user.clear(second);
  await user.type(second, "The tram carried 12,000 people a day.{Control>}{Enter}{/Control}");
  expect(await screen.findByRole("button", { name: /^The tram carried/ })).toBeVisible();
  expect(posted(heard)[0]?.ifMatch).toBe('"1"');
  expect(posted(heard)[0]?.body).toEqual({
    parts: [
      { segments: [[START, START + 13]], text: "The tram line" },
      { segments: [[START + 14, FIRST.end]], text: "The tram carried 12,000 people a day." },
    ],
  });
  await user.keyboard("u");
  await waitFor(() => expect(screen.queryByRole("button", { name: /^The tram carried/ })).toBeNull());
  expect(posted(heard)[1]?.ifMatch).toBe('"2"');
});

test("a claim is split into parts that are proposed on request", async () => {
  const segments = [[START, START + 13], [START + 14, START + 21]];
  const parts = [
    { text: "The tram line carried", segments },
    { text: "12,000 people", segments: [[START + 22, START + 35]] },
    { text: "a day", segments: [[START + 36, START + 41]] },
  ];
  const heard = apiAnswers(
    bench({
      "GET /articles/a1/": article({ language: "en" }) as never,
      "GET /claims/c1/parts/": { parts },
      "POST /claims/c1/split/": () => ({ status: 201, body: { made: [], origins: [FIRST] } as never }),
    }),
  );
  const user = openDesk("/articles/a1");
  await screen.findByText("fares fell by 4%", { selector: "mark" });
  await user.keyboard("jx");
  const dialog = await screen.findByRole("dialog", { name: "Split the claim" });
  expect(heard.some((call) => call.path.endsWith("/parts/"))).toBe(false);
  await user.click(within(dialog).getByRole("button", { name: "Propose parts" }));
  const list = await within(dialog).findByRole("group", { name: /^Proposed parts/ });
  await user.click(within(list).getByRole("checkbox", { name: "a day" }));
  expect(within(dialog).getByRole("button", { name: /^Split/ })).toBeDisabled();
  await user.click(within(list).getByRole("checkbox", { name: "The tram line carried" }));
  await user.type(within(dialog).getByLabelText("Part 2"), " or two{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(posted(heard)[0]?.body).toEqual({
    parts: [
      { segments, text: "The tram line carried" },
      { segments: parts[2]?.segments, text: "a day or two" },
    ],
  });
});

test("parts that could not be proposed are asked for again", async () => {
  let answers = 0;
  apiAnswers(
    bench({
      "GET /articles/a1/": article({ language: "en" }) as never,
      "GET /claims/c1/parts/": () => {
        answers += 1;
        return answers === 1 ? refusal(503, "unavailable") : { body: { parts: [] } };
      },
    }),
  );
  const user = openDesk("/articles/a1");
  await screen.findByText("fares fell by 4%", { selector: "mark" });
  await user.keyboard("jx");
  const dialog = await screen.findByRole("dialog", { name: "Split the claim" });
  await user.click(within(dialog).getByRole("button", { name: "Propose parts" }));
  const problem = await within(dialog).findByRole("alert");
  expect(within(dialog).queryByRole("status")).toBeNull();
  await user.click(within(problem).getByRole("button", { name: "Try again" }));
  expect(await within(dialog).findByRole("status")).toBeVisible();
});

test("claims are merged under words of one's own", async () => {
  const heard = apiAnswers(
    bench({
      "POST /claims/c1/merge/": () => ({
        status: 201,
        body: { made: [{ ...FIRST, id: "n1" }], origins: [FIRST, LAST] } as never,
      }),
    }),
  );
  const user = openDesk("/articles/a1");
  await screen.findByText("fares fell by 4%", { selector: "mark" });
  await user.keyboard("jm");
  const dialog = await screen.findByRole("dialog", { name: "Merge claims" });
  await user.click(within(dialog).getByRole("checkbox", { name: "fares fell by 4%" }));
  const text = within(dialog).getByLabelText("The claim");
  expect(text).toHaveValue(`${FIRST.text} ${LAST.text}`);
  await user.type(text, "!{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(posted(heard)[0]?.body).toEqual({
    others: [{ id: "c3", version: 1 }],
    text: `${FIRST.text} ${LAST.text}!`,
  });
});

test("a refusal stays in the dialog with what was typed", async () => {
  apiAnswers(bench({ "POST /claims/c1/split/": () => refusal(409, "wrong-state") }));
  const user = openDesk("/articles/a1");
  await screen.findByText("fares fell by 4%", { selector: "mark" });
  await user.keyboard("jx");
  const dialog = await screen.findByRole("dialog", { name: "Split the claim" });
  await user.click(within(dialog).getByRole("button", { name: "carried" }));
  await user.type(within(dialog).getByLabelText("Part 2"), " indeed{Control>}{Enter}{/Control}");
  expect(await within(dialog).findByRole("alert")).toBeVisible();
  expect(within(dialog).getByLabelText("Part 2")).toHaveValue("carried 12,000 people a day indeed");
});

test("the open claim moves to selected words, and undo moves it back", async () => {
  const heard = apiAnswers(
    bench({ "POST /claims/c3/resize/": { ...LAST, version: 2 } as never }),
  );
  const user = openDesk("/articles/a1");
  const mark = await screen.findByText("fares fell by 4%", { selector: "mark" });
  await user.keyboard("jj");
  const root = mark.closest("p")?.parentElement as HTMLElement;
  const start = [...TEXT.slice(0, TEXT.indexOf("The mayor said"))].length;
  const range = rangeOfSpan(root, { start, end: start + 31 }) as Range;
  window.getSelection()?.removeAllRanges();
  window.getSelection()?.addRange(range);
  fireEvent(document, new Event("selectionchange"));
  await user.keyboard("z");
  await waitFor(() => expect(posted(heard)).toHaveLength(1));
  expect(posted(heard)[0]?.body).toEqual({ segments: [[start, start + 31]] });
  await user.keyboard("u");
  await waitFor(() => expect(posted(heard)).toHaveLength(2));
  expect(posted(heard)[1]?.body).toEqual({ segments: LAST.segments });
  expect(posted(heard)[1]?.ifMatch).toBe('"2"');
});

test("the open claim takes words in and leaves words out by keyboard", async () => {
  const heard = apiAnswers(
    bench({ "POST /claims/c3/resize/": { ...LAST, version: 2 } as never }),
  );
  const user = openDesk("/articles/a1");
  await screen.findByText("fares fell by 4%", { selector: "mark" });
  await user.keyboard("jj");
  await chooseFrom(user, ".");
  await user.keyboard(";;;:,,,z");
  await waitFor(() => expect(posted(heard)).toHaveLength(1));
  const start = [...TEXT.slice(0, TEXT.indexOf("mayor said fares fell by"))].length;
  expect(posted(heard)[0]?.body).toEqual({ segments: [[start, start + 24]] });
});

test("choosing sentences begins where the open claim stands", async () => {
  const heard = apiAnswers(
    bench({
      "GET /articles/a1/sentences/": page([
        { position: 0, start: 0, end: 44, label: "checkable", check_worthiness: 0.8, reasons: [] },
        { position: 1, start: 45, end: 77, label: "checkable", check_worthiness: 0.8, reasons: [] },
      ]),
      "POST /claims/c3/resize/": { ...LAST, version: 2 } as never,
    }),
  );
  const user = openDesk("/articles/a1");
  await screen.findByText("fares fell by 4%", { selector: "mark" });
  await user.keyboard("jj");
  await chooseFrom(user, "]");
  await user.keyboard("z");
  await waitFor(() => expect(posted(heard)).toHaveLength(1));
  expect(posted(heard)[0]?.body).toEqual({ segments: [[45, 77]] });
});

/** Press `key` until words are chosen: the sentences may not be there yet. */
async function chooseFrom(user: ReturnType<typeof openDesk>, key: string): Promise<void> {
  await waitFor(async () => {
    await user.keyboard(key);
    expect(screen.getByRole("button", { name: "New claim" })).toBeVisible();
  });
}
