import { Kbd, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/components/Dialog";
import { keyLabel } from "@/keyboard/matchKey";
import { useKeyRegistry } from "@/keyboard/useKeys";
import styles from "./KeyList.module.css";

interface KeyListProps {
  onClose: () => void;
}

/** Every key that works on this screen now, and the switch that turns them off. */
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
  const { bindings, areOn, switchOn } = useKeyRegistry();
  return (
    <div className={styles.keys}>
      <Switch
        label={t("keys.on")}
        description={t("keys.onHelp")}
        checked={areOn}
        onChange={(event) => switchOn(event.currentTarget.checked)}
      />
      <dl className={styles.list}>
        {bindings()
          .filter((binding) => !binding.isOff)
          .map((binding) => (
            <div key={binding.does + binding.keys.join()} className={styles.row}>
              <dt>
                {binding.keys.map((key) => (
                  <Kbd key={key}>{keyLabel(key)}</Kbd>
                ))}
              </dt>
              <dd>{binding.does}</dd>
            </div>
          ))}
        <div className={styles.row}>
          <dt>
            <Kbd>Esc</Kbd>
          </dt>
          <dd>{t("keys.leave")}</dd>
        </div>
      </dl>
    </div>
  );
}
