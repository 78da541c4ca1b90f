import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { KeyProvider } from "@/keyboard/KeyProvider";
import { SearchField } from "./SearchField";

function Search() {
  const [sought, setSought] = useState("");
  return (
    <MantineProvider env="test">
      <KeyProvider>
        <SearchField label="Search" value={sought} onChange={setSought} />
        <output>{sought}</output>
        <button type="button" onClick={() => setSought("")}>
          clear
        </button>
      </KeyProvider>
    </MantineProvider>
  );
}

test("the field shows what is sought, also where that is cleared elsewhere", async () => {
  render(<Search />);
  const field = screen.getByLabelText("Search");
  await userEvent.type(field, "fares ");
  await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("fares"));
  expect(field).toHaveValue("fares ");
  await userEvent.click(screen.getByRole("button", { name: "clear" }));
  expect(field).toHaveValue("");
});
