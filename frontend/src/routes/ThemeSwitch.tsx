import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { type LucideIcon, Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import styles from "./Switches.module.css";

const THEMES: readonly (readonly [MantineColorScheme, LucideIcon])[] = [
  ["light", Sun],
  ["dark", Moon],
  ["auto", Monitor],
];

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={styles.choice} role="group" aria-label={t("shell.theme")}>
      {THEMES.map(([name, Icon]) => (
        <button
          key={name}
          type="button"
          aria-pressed={colorScheme === name}
          aria-label={t(`themes.${name}`)}
          title={t(`themes.${name}`)}
          onClick={() => setColorScheme(name)}
        >
          <Icon size={16} aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}
