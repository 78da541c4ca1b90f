import { Kbd, TextInput } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { isMovable } from "@/keyboard/keyMap";
import { keyLabel } from "@/keyboard/matchKey";
import { useKeyRegistry, usePrintedKey } from "@/keyboard/useKeys";
import styles from "./KeyList.module.css";

interface KeyOfProps {
  /** The key as the interface calls it. */
  name: string;
  does: string;
  isChanging: boolean;
}

/** A key of the list; while keys are being changed, a field that takes the next one pressed. */
export function KeyOf({ name, does, isChanging }: KeyOfProps) {
  const { t } = useTranslation();
  const { move } = useKeyRegistry();
  const printed = usePrintedKey();
  if (!isChanging || !isMovable(name)) return <Kbd>{keyLabel(printed(name))}</Kbd>;
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || !isMovable(event.key)) return;
    event.preventDefault();
    move(name, event.key);
  };
  return (
    <TextInput
      size="xs"
      className={styles.field}
      aria-label={t("keys.keyFor", { does })}
      value={printed(name)}
      readOnly
      onKeyDown={press}
    />
  );
}
