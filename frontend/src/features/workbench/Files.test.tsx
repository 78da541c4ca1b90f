import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { apiAnswers } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { review, source } from "@/testing/samples";

const KEPT = source().copy;
const BY_FILE = source({
  url: "",
  title: "Press note",
  copy: KEPT && { ...KEPT, content_type: "application/pdf", has_text: false, text_state: "none" },
});

test("a PDF becomes a source without an address, and says when there are no words in it", async () => {
  const heard = apiAnswers(
    desk({
      "GET /sources/s1/": BY_FILE as never,
      "POST /sources/": () => ({ status: 201, body: BY_FILE as never }),
    }),
  );
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  await user.keyboard("e");
  await user.click(screen.getByRole("button", { name: "Add a file" }));
  const dialog = await screen.findByRole("dialog", { name: "Add a file" });
  const file = new File(["%PDF-1.7"], "Press note.pdf", { type: "application/pdf" });
  const chooser = dialog.querySelector<HTMLInputElement>("input[type=file]");
  if (!chooser) throw new Error("no place for a file");
  await user.upload(chooser, file);
  await user.click(within(dialog).getByRole("button", { name: "Add a file" }));
  expect(await screen.findByText("Added by file, no address yet")).toBeVisible();
  expect(screen.getByText(/No text in this file/)).toBeVisible();
  expect(screen.queryByRole("link", { name: "Press note" })).toBeNull();
  await waitFor(() => expect(heard.filter((call) => call.method === "POST")).toHaveLength(1));
});

test("an excerpt that isn't in its copy is said to be elsewhere", async () => {
  const cited = (id: string, start: number | null) => ({
    id, source: source(), excerpt: "9,000 a day", stance: "refutes", note: "", is_primary: true,
    position: 0, anchor: start === null ? null : { copy: "k1", start, prefix: "", suffix: "" },
  });
  apiAnswers(
    desk({
      "GET /sources/s1/": source() as never,
      "GET /claims/c1/annotations/": {
        results: [review({ evidence: [cited("e1", null), cited("e2", 14)] as never }) as never],
        hidden_until_you_rate: 0,
      },
    }),
  );
  openDesk(AT);
  expect(await screen.findAllByText("These words aren’t in the copy letter by letter.")).toHaveLength(1);
});
