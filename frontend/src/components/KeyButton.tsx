import { Button, type ButtonProps } from "@mantine/core";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { KeyHint } from "./KeyHint";

type KeyButtonProps = ButtonProps &
  Omit<ComponentPropsWithoutRef<"button">, keyof ButtonProps> & {
    shortcut: string;
    children: ReactNode;
  };

/** A button with its key printed on it. The key itself is heard by `useKeys`. */
export function KeyButton({ shortcut, children, ...button }: KeyButtonProps) {
  return (
    <Button
      {...button}
      aria-keyshortcuts={shortcut.replace("mod+", "Control+")}
      rightSection={<KeyHint of={shortcut} />}
    >
      {children}
    </Button>
  );
}
