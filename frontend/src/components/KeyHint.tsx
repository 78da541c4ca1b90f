import { Kbd } from "@mantine/core";
import { keyLabel } from "@/keyboard/matchKey";

/** A key printed on its control; for eyes only, `aria-keyshortcuts` tells the others. */
export function KeyHint({ of }: { of: string }) {
  return (
    <Kbd size="xs" aria-hidden="true">
      {keyLabel(of)}
    </Kbd>
  );
}
