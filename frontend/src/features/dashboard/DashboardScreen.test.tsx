import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { DashboardFigures, DeskAgreement } from "@/model/statistics";
import { apiAnswers, page } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { ME, RATINGS } from "@/testing/samples";
import { csvOf } from "./csv";

const FIGURES: DashboardFigures = {
  work: {
    proposed: 12,
    unreviewed: 3,
    second_review: 2,
    agreed: 1,
    disputed: 4,
    reviewed: 0,
    settled: 0,
    published: 9,
  },
  overdue: {
    total: 1,
    results: [
      {
        id: "o1",
        claim: { id: "c1", text: "Fares fell by 4%", article: "a1" },
        reviewer: { id: "7", display_name: "Ada" },
        due_at: "2026-03-01T10:00:00Z",
      },
    ],
  },
  verdict_times: {
    whole: { verdicts: 3, median: 4, p90: 72 },
    weeks: [{ week: "2026-03-02", time: { verdicts: 3, median: 4, p90: 72 } }],
  },
  balance: {
    speakers: [
      { name: "Anna Righi", seen: 10, accepted: 6, checked: 4, published: 3, ratings: { false: 2, true: 1 } },
      { name: "", seen: 5, accepted: 0, checked: 0, published: 0, ratings: {} },
    ],
    parties: [],
  },
  cited_sources: [
    { id: "s1", title: "Register", url: "https://r.example/", publisher: "Town", citations: 3, claims: 2 },
  ],
  cited_publishers: [{ publisher: "Town", sources: 1, citations: 3, claims: 2 }],
  failing_sources: [
    {
      id: "s2",
      title: "",
      url: "https://gone.example/",
      link: { state: "dead", checked_at: "2026-03-01T10:00:00Z", problem: "unreachable" },
      claims: 2,
      published: 1,
    },
  ],
};

const AGREEMENT: DeskAgreement = {
  desk: { claims: 20, alpha: 0.815, alpha_nominal: 0.743, interval: { low: 0.6, high: 0.95 }, alike: 0.8 },
  languages: [],
  pairs: [
    {
      first: { id: "1", display_name: "Ada" },
      second: { id: "2", display_name: "Bruno" },
      claims: 20,
      kappa: null,
      alpha: null,
      alike: 1,
    },
  ],
};

function open(path = "/dashboard") {
  const heard = apiAnswers({
    "GET /me/": ME as never,
    "GET /ratings/": page(RATINGS as never[]),
    "GET /dashboard/": FIGURES as never,
    "GET /agreement/": AGREEMENT as never,
    "GET /articles/": page([]),
  });
  return { heard, user: openDesk(path) };
}

const cellsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole("row")
    .map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent));

test("every chart has its table, which screen readers always read", async () => {
  open();
  const work = await screen.findByRole("table", { name: "Work in hand" });
  expect(cellsOf(work)).toContainEqual(["Disputed", "4"]);
  expect(cellsOf(work).flat()).not.toContain("Reviewed, waiting for a verdict");
  expect(cellsOf(await screen.findByRole("table", { name: "Agreement" })).at(-1)).toEqual([
    "Whole desk",
    "20",
    "0.82",
    "0.60",
    "0.95",
    "0.74",
    "80%",
  ]);
  expect(cellsOf(screen.getByRole("table", { name: "Agreement by pair" }))[1]).toEqual([
    "Ada, Bruno",
    "20",
    "–",
    "–",
    "100%",
  ]);
  await waitFor(() =>
    expect(cellsOf(screen.getByRole("table", { name: "Balance by speaker" }))).toEqual([
      ["Speaker", "Seen", "Accepted", "Checked", "Published", "True", "False"],
      ["Anna Righi", "10", "6", "4", "3", "1", "2"],
      ["The article itself", "5", "0", "0", "0", "0", "0"],
    ]),
  );
  const times = screen.getByRole("table", { name: "Time to verdict" });
  expect(cellsOf(times).at(-1)).toEqual(["Whole period", "3", "4 hr", "3 days"]);
});

test("a table is shown in the chart's place, then with its links", async () => {
  const { user } = open();
  const cited = await screen.findByRole("table", { name: "Most cited sources" });
  expect(within(cited).queryByRole("link")).not.toBeInTheDocument();
  const toggle = screen.getByRole("button", { name: "Table: Most cited sources" });
  await user.click(toggle);
  expect(toggle).toHaveAttribute("aria-pressed", "true");
  expect(within(cited).getByRole("link", { name: "Register" })).toHaveAttribute("href", "https://r.example/");
});

test("what needs doing leads there", async () => {
  open();
  const overdue = await screen.findByRole("table", { name: "One overdue assignment" });
  expect(within(overdue).getByRole("link")).toHaveAttribute("href", "/articles/a1?claim=c1");
  const failing = screen.getByRole("table", { name: "Sources in trouble" });
  expect(cellsOf(failing)[1]?.slice(0, 2)).toEqual(["https://gone.example/", "no longer answers"]);
  expect(screen.getByText("Nothing to show for this choice.")).toBeVisible(); // no party is known
});

test("days and language are held in the address and sent", async () => {
  const { heard, user } = open("/dashboard?since=2026-03-01");
  await screen.findByRole("table", { name: "Work in hand" });
  expect(screen.getByLabelText("From")).toHaveValue("2026-03-01");
  await user.selectOptions(screen.getByLabelText("Language"), "it");
  fireEvent.change(screen.getByLabelText("To"), { target: { value: "2026-03-31" } });
  await waitFor(() => {
    const asked = heard.map(({ path }) => path);
    expect(asked).toContain("/dashboard/?since=2026-03-01&until=2026-03-31&language=it");
    expect(asked).toContain("/agreement/?since=2026-03-01&until=2026-03-31&language=it");
  });
});

test("the dashboard is reached by its key", async () => {
  const { user } = open("/");
  await screen.findByRole("heading", { name: "Articles" });
  await user.keyboard("D");
  expect(await screen.findByRole("heading", { name: "Dashboard" })).toBeVisible();
});

test("a CSV holds plain numbers and no formulas", () => {
  const rows = [
    [{ text: '=SUM("x")' }, { text: "1.234,5", raw: 1234.5 }, { text: "–", raw: null }],
    [{ text: "due, righe" }, { text: "-2", raw: -2 }, { text: "+39" }],
  ];
  expect(csvOf(["a", "b", "c"], rows)).toBe(
    'a,b,c\r\n"\'=SUM(""x"")",1234.5,\r\n"due, righe",-2,\'+39\r\n',
  );
});
