import { Button, type ButtonProps } from "@mantine/core";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { usePrintedKey } from "@/keyboard/useKeys";
import { KeyHint } from "./KeyHint";

type KeyButtonProps = ButtonProps &
  Omit<ComponentPropsWithoutRef<"button">, keyof ButtonProps> & {
    shortcut: string;
    children: ReactNode;
  };

/** A button with its key printed on it. The key itself is heard by `useKeys`. */
export function KeyButton({ shortcut, children, ...button }: KeyButtonProps) {
  const printed = usePrintedKey();
  return (
    <Button
      {...button}
      aria-keyshortcuts={printed(shortcut).replace("mod+", "Control+")}
      rightSection={<KeyHint of={shortcut} />}
    >
      {children}
    </Button>
  );
}
