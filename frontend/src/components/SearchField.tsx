import { TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "@/keyboard/useKeys";
import { KeyHint } from "./KeyHint";

const REST_MS = 300;

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Without the key that leads here. */
  isPlain?: boolean;
}

/** A search that starts when typing rests; "/" leads to it. */
export function SearchField({ label, value, onChange, isPlain = false }: SearchFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // changed elsewhere, such as by clearing all filters; what is being typed is further on
    if (timer.current !== undefined) return;
    setTyped((before) => (before.trim() === value ? before : value));
  }, [value]);

  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      onChange(text.trim());
    }, REST_MS);
  };
  useKeys([
    { keys: ["/"], does: t("keys.search"), run: () => input.current?.focus(), isOff: isPlain },
  ]);
  return (
    <TextInput
      ref={input}
      type="search"
      label={label}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      leftSection={isPlain ? undefined : <Search size={16} aria-hidden="true" />}
      rightSection={isPlain ? undefined : <KeyHint of="/" />}
    />
  );
}
