import { render } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, test } from "vitest";
import { Bars } from "./Bars";

test("nothing is drawn for none", () => {
  const bars = [
    { key: "some", label: "Settled", value: "1", share: 1 },
    { key: "none", label: "Disputed", value: "0", share: 0 },
  ];
  const { container } = render(
    <MemoryRouter>
      <Bars bars={bars} />
    </MemoryRouter>,
  );
  expect(container.querySelectorAll("[style]")).toHaveLength(1);
});
