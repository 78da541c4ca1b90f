import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { closeAllToasts } from "@/components/toasts";
import { startI18n } from "@/i18n";
import { server } from "./server";

// jsdom has no layout: what asks for it gets a page without any
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as unknown as MediaQueryList;
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// Chromium answers with a promise: an effect that hands it on gives React a clean-up it can't call
Element.prototype.scrollIntoView = (() => Promise.resolve()) as typeof Element.prototype.scrollIntoView;
Range.prototype.getBoundingClientRect ??= () => new DOMRect();
document.elementFromPoint ??= () => null;

// screens come by themselves, and a busy machine takes its time
configure({ asyncUtilTimeout: 10_000 });

beforeAll(async () => {
  server.listen({ onUnhandledRequest: "error" });
  await startI18n("en");
});
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  closeAllToasts();
  server.resetHandlers();
});
afterAll(() => server.close());
