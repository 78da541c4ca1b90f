import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterAll, expect, test, vi } from "vitest";
import { switchLanguage } from "@/i18n";
import { apiAnswers, page, refusal } from "@/testing/api";
import { openDesk } from "@/testing/open";
import { ME } from "@/testing/samples";

afterAll(() => switchLanguage("en"));

test("the language is changed at once and kept with the person", async () => {
  const heard = apiAnswers({
    "GET /me/": ME as never,
    "PATCH /me/": { ...ME, interface_language: "it" } as never,
    "GET /articles/": page([]),
  });
  const user = openDesk("/");
  await screen.findByRole("heading", { name: "Articles" });
  await user.click(screen.getByRole("button", { name: /Italian/ }));
  expect(await screen.findByRole("heading", { name: "Articoli" })).toBeVisible();
  expect(document.documentElement.lang).toBe("it");
  expect(document.cookie).toContain("django_language=it"); // admin panel and API go by it
  await waitFor(() =>
    expect(heard.find((call) => call.method === "PATCH")?.body).toEqual({ interface_language: "it" }),
  );
});

test("the theme is changed and the control says which one holds", async () => {
  apiAnswers({ "GET /me/": ME as never, "GET /articles/": page([]) });
  const user = openDesk("/");
  const dark = await screen.findByRole("button", { name: "Dark" });
  await user.click(dark);
  expect(dark).toHaveAttribute("aria-pressed", "true");
  expect(document.documentElement.dataset.mantineColorScheme).toBe("dark");
});

test("who may open the admin panel finds the way there", async () => {
  apiAnswers({ "GET /me/": { ...ME, may_open_panel: true } as never, "GET /articles/": page([]) });
  openDesk("/");
  expect(await screen.findByRole("link", { name: "Admin panel" })).toHaveAttribute("href", "/admin/");
});

test("a person without a role is told so", async () => {
  apiAnswers({ "GET /me/": () => refusal(403, "not-allowed") });
  openDesk("/");
  expect(await screen.findByText("Your role doesn’t allow this. Ask whoever manages the site.")).toBeVisible();
});

test("an address that isn't there leads back to the articles", async () => {
  apiAnswers({ "GET /me/": ME as never, "GET /articles/": page([]) });
  const user = openDesk("/nowhere");
  await user.click(await screen.findByRole("link", { name: "Back to the articles" }));
  expect(await screen.findByRole("heading", { name: "Articles" })).toBeVisible();
});

test("the places are reached by key", async () => {
  apiAnswers({ "GET /me/": ME as never, "GET /articles/": page([]), "GET /claims/": page([]) });
  const user = openDesk("/");
  await screen.findByRole("heading", { name: "Articles" });
  await user.keyboard("Q");
  expect(await screen.findByRole("heading", { name: "Queue" })).toBeVisible();
  await user.keyboard("G");
  expect(await screen.findByRole("heading", { name: "Articles" })).toBeVisible();
});

test("a field that must be filled in says so in the desk's language", async () => {
  apiAnswers({ "GET /me/": { ...ME, interface_language: "it" } as never, "GET /articles/": page([]) });
  openDesk("/");
  await screen.findByRole("heading", { name: "Articoli" });
  const field = Object.assign(document.createElement("input"), { required: true });
  document.body.append(field);
  expect(field.checkValidity()).toBe(false);
  expect(field.validationMessage).toBe("Compilare questo campo.");
  fireEvent.input(field, { target: { value: "fonte" } });
  expect(field.checkValidity()).toBe(true);
  field.remove();
});

test("a screen that broke is forgotten at the next one", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  apiAnswers({
    "GET /me/": ME as never,
    "GET /articles/": page([{ id: "a1" } as never]), // not what the list understands
    "GET /claims/": page([]),
  });
  const user = openDesk("/");
  expect(await screen.findByText(/^Something broke/)).toBeVisible();
  await user.click(screen.getByRole("link", { name: "Queue" }));
  expect(await screen.findByRole("heading", { name: "Queue" })).toBeVisible();
});
