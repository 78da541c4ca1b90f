import { act, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { apiAnswers, refusal } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { AT, desk } from "@/testing/reviewDesk";
import { ME, review } from "@/testing/samples";

const STRANGER = refusal(401, "not-authenticated");

/** A desk whose session ends and begins anew, as `session.of` says. */
function deskWithSession() {
  const session: { of: typeof ME | null } = { of: ME };
  const heard = apiAnswers(
    desk({
      "GET /me/": () => (session.of ? { body: session.of as never } : STRANGER),
      "POST /claims/c1/annotations/": () =>
        session.of ? { status: 201, body: review() as never } : STRANGER,
    }),
  );
  return { session, heard };
}

const comeBack = () => act(() => void window.dispatchEvent(new Event("focus")));

test("a session that ends in mid-sentence takes no word, and the page goes on after the log-in", async () => {
  const { session, heard } = deskWithSession();
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  session.of = null;
  await user.keyboard("5rNine.{Control>}{Enter}{/Control}");
  const note = await screen.findByText(/^Your session has ended\. What you wrote stays here/);
  expect(note.closest("[role=alert]")).not.toBeNull();
  const link = screen.getByRole("link", { name: /^Log in again/ });
  expect(link).toHaveAttribute("target", "_blank");
  expect(link).toHaveAttribute("href", "/accounts/login/?next=%2Fdesk%2F");
  expect(screen.getByLabelText("Rationale")).toHaveValue("Nine.");
  comeBack(); // without having logged in
  await waitFor(() => expect(heard.filter(({ path }) => path === "/me/")).toHaveLength(2));
  expect(note).toBeVisible();
  session.of = ME;
  comeBack();
  await waitFor(() => expect(note).not.toBeInTheDocument());
  await user.click(screen.getByLabelText("Rationale"));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText(/review submitted/);
  expect(heard.findLast(({ method }) => method === "POST")?.body).toMatchObject({ rationale: "Nine." });
});

test("where somebody else logs in, the page is read anew", async () => {
  const { session } = deskWithSession();
  const reload = vi.fn();
  vi.stubGlobal("location", { ...window.location, href: window.location.href, origin: window.location.origin, reload });
  const user = openDesk(AT);
  await screen.findByRole("heading", { name: "Your review" });
  session.of = null;
  await user.keyboard("5rNine.{Control>}{Enter}{/Control}");
  const note = await screen.findByText(/^Your session has ended\. What/);
  session.of = { ...ME, id: "8", username: "bea" };
  comeBack();
  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
  expect(note).toBeVisible();
  vi.unstubAllGlobals();
});
