import { type ReactNode, useEffect, useRef } from "react";
import { KeyHint } from "@/components/KeyHint";
import type { Source } from "@/model/review";
import styles from "./SourcePicker.module.css";

interface SourceOptionProps {
  id: string;
  isChosen: boolean;
  onChoose: () => void;
  about?: Source;
  /** The words of its copy that would become the excerpt. */
  passage?: string | undefined;
  children: ReactNode;
}

/** One line of the list of sources; the field above keeps the focus and hears the keys. */
export function SourceOption(props: SourceOptionProps) {
  const { id, isChosen, onChoose, about, passage, children } = props;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    // The combobox hears the keys for its options (ARIA Authoring Practices, combobox).
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      ref={line}
      id={id}
      role="option"
      aria-selected={isChosen}
      className={styles.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles.title}>
        <span>{children}</span>
        {isChosen && <KeyHint of="Enter" />}
      </span>
      {about && (
        <small>{[about.publisher, hostOf(about.url)].filter(Boolean).join(" · ")}</small>
      )}
      {passage && <q className={styles.passage}>{passage}</q>}
    </li>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
