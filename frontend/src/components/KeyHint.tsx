import { Kbd } from "@mantine/core";
import { keyLabel } from "@/keyboard/matchKey";
import { usePrintedKey } from "@/keyboard/useKeys";
import styles from "./KeyHint.module.css";

/** A key printed on its control; for eyes only, `aria-keyshortcuts` tells the others. */
export function KeyHint({ of }: { of: string }) {
  const printed = usePrintedKey();
  return (
    <Kbd size="xs" className={styles.hint} aria-hidden="true">
      {keyLabel(printed(of))}
    </Kbd>
  );
}
