import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers, type Heard } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { desk } from "@/testing/reviewDesk";
import { ME, queued } from "@/testing/samples";

const PAGE = 12;
const ALL = Array.from({ length: 30 }, (_, at) => queued(`fares fell by ${at} cents`, { id: `c${at}` }));

const active = () => document.querySelector("li[aria-current=true]");
const tells = (at: number) => new RegExp(`fares fell by ${at} cents`);

/** Answer with the claims page by page; what is in `gone` is no longer in the list. */
function inPages(gone: ReadonlySet<string>) {
  return ({ path }: Heard) => {
    const from = Number(new URLSearchParams(path.split("?")[1]).get("cursor") ?? 0);
    const rows = ALL.filter(({ id }) => !gone.has(id));
    const next = from + PAGE < rows.length ? `/claims/?cursor=${from + PAGE}` : null;
    return { body: { next, previous: null, results: rows.slice(from, from + PAGE) } as never };
  };
}

/** Open the queue and walk down to a claim with the keys alone. */
async function walkTo(place: number, gone = new Set<string>()) {
  const script = { "GET /me/": ME as never, "GET /claims/": inPages(gone) };
  const heard = apiAnswers(desk({ ...script, "GET /articles/a1/claims/": inPages(new Set()) }));
  const user = openDesk("/queue?mode=first");
  await screen.findByText("1 of more than 12");
  await user.keyboard("j".repeat(3));
  await screen.findByText("4 of more than 24");
  await user.keyboard("j".repeat(place - 3));
  expect(active()).toHaveTextContent(tells(place));
  return { user, heard };
}

test("the keys walk on beyond a page's end, and each page is asked for once", async () => {
  const { heard } = await walkTo(13);
  await waitFor(() => expect(active()).toHaveFocus());
  expect(heard.filter(({ path }) => path.includes("cursor")).map(({ path }) => path)).toEqual([
    "/claims/?cursor=12",
  ]);
});

test("who comes back to a long queue finds all rows again, and the claim they left it at", async () => {
  const { user } = await walkTo(13);
  await user.keyboard("{Enter}");
  await user.click(await screen.findByRole("link", { name: "Back to the queue" }));
  await waitFor(() => expect(active()).toHaveFocus());
  expect(active()).toHaveTextContent(tells(13));
  expect(screen.getByText("14 of more than 24")).toBeVisible();
});

test("where the claim is no longer in the queue, the next one that is stands in for it", async () => {
  const gone = new Set<string>();
  const { user } = await walkTo(4, gone);
  await user.keyboard("{Enter}");
  const back = await screen.findByRole("link", { name: "Back to the queue" });
  for (const id of ["c1", "c4", "c5"]) gone.add(id);
  await user.click(back);
  await waitFor(() => expect(active()).toHaveFocus());
  expect(active()).toHaveTextContent(tells(6));
});
