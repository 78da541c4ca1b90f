import { useTranslation } from "react-i18next";
import { formatFigure, formatHours, formatNumber, formatShare } from "@/i18n/format";
import type { Cell } from "./csv";

const NONE = "–";

/** Numbers as cells: in the language's own marks for people, plain for the CSV. */
export function useCells() {
  const { language } = useTranslation().i18n;
  const made =
    (format: (value: number, language: string) => string) =>
    (value: number | null): Cell => ({
      text: value === null ? NONE : format(value, language),
      raw: value,
    });
  return {
    count: made(formatNumber),
    figure: made(formatFigure),
    share: made(formatShare),
    hours: made(formatHours),
  };
}
