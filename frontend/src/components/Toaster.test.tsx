import { act, render, screen } from "@testing-library/react";
import { MantineProvider } from "@mantine/core";
import { beforeEach, expect, test } from "vitest";
import { startI18n } from "@/i18n";
import { KeyProvider } from "@/keyboard/KeyProvider";
import { tell, tellAct, tellUndone } from "./tell";
import { Toaster } from "./Toaster";

beforeEach(() => startI18n("en"));

function open() {
  render(
    <MantineProvider env="test">
      <KeyProvider>
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
  expect(said()).toBe("Done: accepted.");
});
