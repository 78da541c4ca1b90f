import { Button, Kbd, Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/components/Dialog";
import type { KeyBinding } from "@/keyboard/KeyContext";
import { keyLabel } from "@/keyboard/matchKey";
import { useKeyRegistry } from "@/keyboard/useKeys";
import { KeyOf } from "./KeyOf";
import styles from "./KeyList.module.css";

interface KeyListProps {
  onClose: () => void;
}

/** Every key that works on this screen now; they can be moved, and switched off. */
export default function KeyList({ onClose }: KeyListProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t("keys.title")} size="lg" onClose={onClose}>
      <Keys />
    </Dialog>
  );
}

function Keys() {
  const { t } = useTranslation();
  const { bindings, areOn, switchOn, map, reset } = useKeyRegistry();
  const [isChanging, setChanging] = useState(false);
  const isMoved = Object.keys(map).length > 0;
  return (
    <div className={styles.keys}>
      <Switch
        label={t("keys.on")}
        description={t("keys.onHelp")}
        checked={areOn}
        onChange={(event) => switchOn(event.currentTarget.checked)}
      />
      <div className={styles.acts}>
        <Button variant="default" aria-pressed={isChanging} onClick={() => setChanging(!isChanging)}>
          {t(isChanging ? "keys.changed" : "keys.change")}
        </Button>
        {isMoved && (
          <Button variant="subtle" onClick={reset}>
            {t("keys.reset")}
          </Button>
        )}
      </div>
      {isChanging && <p>{t("keys.changeHelp")}</p>}
      <dl className={styles.list}>
        {bindings()
          .filter((binding) => !binding.isOff)
          .map((binding) => (
            <KeyLine
              key={binding.does + binding.keys.join()}
              binding={binding}
              isChanging={isChanging}
            />
          ))}
        <div className={styles.row}>
          <dt>
            <Kbd>{keyLabel("Escape")}</Kbd>
          </dt>
          <dd>{t("keys.leave")}</dd>
        </div>
      </dl>
    </div>
  );
}

function KeyLine({ binding, isChanging }: { binding: KeyBinding; isChanging: boolean }) {
  return (
    <div className={styles.row}>
      <dt>
        {binding.keys.map((key) => (
          <KeyOf key={key} name={key} does={binding.does} isChanging={isChanging} />
        ))}
      </dt>
      <dd>{binding.does}</dd>
    </div>
  );
}
