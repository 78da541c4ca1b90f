import { render, screen } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { startI18n } from "@/i18n";
import { claim } from "@/testing/samples";
import { ClaimFacts } from "./ClaimFacts";

beforeEach(() => startI18n("en"));

test("a quantity is told as it was read only where that says more than its words", () => {
  const quantities = [
    { text: "7.4%", start: 0, end: 4, value: 7.4, unit: "%" },
    { text: "twelve months", start: 5, end: 18, value: 12, unit: "months" },
  ];
  render(<ClaimFacts claim={claim("12,000 people", { quantities })} />);
  expect(screen.getByText("7.4%; twelve months = 12 months")).toBeVisible();
});
