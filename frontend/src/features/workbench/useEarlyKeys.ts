import { useTranslation } from "react-i18next";
import { useKeys } from "@/keyboard/useKeys";

/** A field of the review that a person wants to write in. */
export type EarlyField = "rationale" | "source";

/** The keys that lead to the fields of a review, while its form isn't there yet. */
export function useEarlyKeys(isOff: boolean, onField: (field: EarlyField) => void): void {
  const { t } = useTranslation();
  useKeys([
    { keys: ["r"], does: t("review.toRationale"), isOff, run: () => onField("rationale") },
    { keys: ["e"], does: t("evidence.add"), isOff, run: () => onField("source") },
  ]);
}
