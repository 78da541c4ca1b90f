import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Reviewer } from "@/model/assignment";

interface HolderChoiceProps {
  /** "" for all, "me", "nobody", or a person's id. */
  value: string;
  reviewers: readonly Reviewer[];
  onChange: (value: string) => void;
}

/** Narrow a list to what oneself, nobody or a colleague holds. */
export function HolderChoice({ value, reviewers, onChange }: HolderChoiceProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t("assigning.heldBy")}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: "", label: t("filters.all") },
        { value: "me", label: t("assigning.me") },
        { value: "nobody", label: t("assigning.nobody") },
        ...reviewers.map(({ id, display_name }) => ({ value: id, label: display_name })),
      ]}
    />
  );
}
