import { useEffect } from "react";
import { useTranslation } from "react-i18next";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Let fields that must be filled in say so in the desk's language; browsers use their own. */
export function useRequiredWords(): void {
  const { t } = useTranslation();
  useEffect(() => {
    const say = ({ target }: Event) => {
      const field = target as Field;
      if (field.validity.valueMissing) field.setCustomValidity(t("common.required"));
    };
    // a message stays, and with it the fault, until it is taken away
    const unsay = ({ target }: Event) => (target as Partial<Field>).setCustomValidity?.("");
    document.addEventListener("invalid", say, true); // it doesn't bubble
    document.addEventListener("input", unsay, true);
    return () => {
      document.removeEventListener("invalid", say, true);
      document.removeEventListener("input", unsay, true);
    };
  }, [t]);
}
