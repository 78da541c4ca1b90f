import { act, render, screen } from "@testing-library/react";
import { MantineProvider } from "@mantine/core";
import { userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { startI18n } from "@/i18n";
import { KeyProvider } from "@/keyboard/KeyProvider";
import { useKeys } from "@/keyboard/useKeys";
import { tell, tellAct, tellUndone } from "./tell";
import { Toaster } from "./Toaster";

beforeEach(() => startI18n("en"));

function open(place: ReactNode = <Undoing undo={() => undefined} />) {
  render(
    <MantineProvider env="test">
      <KeyProvider>
        {place}
        <Toaster />
      </KeyProvider>
    </MantineProvider>,
  );
}

const said = () => screen.getByRole("status").textContent;

test("what is said of one act goes when the next is told, other news stays", () => {
  open();
  act(() => tell("Copy kept."));
  act(() => tellAct("Done: accepted."));
  act(() => tellUndone("Undone: accepted."));
  expect(said()).toBe("Copy kept.Undone: accepted.");
});

test("the way back is told by the key that the person has given it", () => {
  localStorage.setItem("vaglio.keymap", JSON.stringify({ u: "z", z: "u" }));
  open();
  act(() => tellAct("Done: accepted."));
  expect(said()).toContain("Undo z");
});

test("no key is told where single keys are switched off", () => {
  localStorage.setItem("vaglio.keys", "false");
  open();
  act(() => tellAct("Done: accepted."));
  expect(said()).toBe("Done: accepted.Undo");
});

test.each(["true", "false"])("who has no keyboard takes an act back by touch (keys on: %s)", async (on) => {
  localStorage.setItem("vaglio.keys", on);
  const undo = vi.fn();
  open(<Undoing undo={undo} />);
  act(() => tellAct("Done: accepted."));
  await userEvent.setup().click(screen.getByRole("button", { name: /^Undo/ }));
  expect(undo).toHaveBeenCalledOnce();
});

test("where nothing can be undone any more, no way back is offered", () => {
  open(null);
  act(() => tellAct("Done: accepted."));
  expect(screen.queryByRole("button", { name: /^Undo/ })).toBeNull();
});

/** A place on whose keys the way back depends. */
function Undoing({ undo }: { undo: () => void }) {
  useKeys([{ keys: ["u"], does: "Undo", run: undo }]);
  return null;
}
