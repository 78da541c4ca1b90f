import { Button, type ButtonProps } from "@mantine/core";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { usePrintedKey } from "@/keyboard/useKeys";
import { KeyHint } from "./KeyHint";

type KeyButtonProps = ButtonProps &
  Omit<ComponentPropsWithoutRef<"button">, keyof ButtonProps> & {
    /** Left out where the key means another of several like buttons now. */
    shortcut: string | undefined;
    children: ReactNode;
  };

/** A button with its key printed on it. The key itself is heard by `useKeys`. */
export function KeyButton({ shortcut, children, ...button }: KeyButtonProps) {
  const printed = usePrintedKey();
  return (
    <Button
      {...button}
      aria-keyshortcuts={shortcut && printed(shortcut).replace("mod+", "Control+")}
      rightSection={shortcut && <KeyHint of={shortcut} />}
    >
      {children}
    </Button>
  );
}
