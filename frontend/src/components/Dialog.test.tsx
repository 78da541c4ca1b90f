import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MantineProvider } from "@mantine/core";
import { useState } from "react";
import { expect, test } from "vitest";
import { Dialog } from "./Dialog";

function Opener() {
  const [isOpen, setOpen] = useState(false);
  return (
    <MantineProvider>
      <button type="button" onClick={() => setOpen(true)}>
        open
      </button>
      {isOpen && (
        <Dialog title="A dialog" onClose={() => setOpen(false)}>
          words
        </Dialog>
      )}
    </MantineProvider>
  );
}

test("a dialog that is closed gives the focus back to what opened it", async () => {
  render(<Opener />);
  const button = screen.getByRole("button", { name: "open" });
  button.focus();
  await userEvent.keyboard("{Enter}");
  await screen.findByRole("dialog");
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => document.activeElement).toBe(button);
});
