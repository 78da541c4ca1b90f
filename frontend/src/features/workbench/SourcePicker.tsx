import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddSource, useClaimSources } from "@/api/sources";
import { ProblemNote } from "@/components/ProblemNote";
import { useFocusOnMount } from "@/components/useFocusOnMount";
import { problemWords } from "@/i18n/words";
import type { SourceSuggestion } from "@/model/review";
import { type EvidenceDraft, withPassage } from "@/model/reviewDraft";
import { isOtherAddress, isWebAddress } from "@/model/webAddress";
import { AddFileDialog } from "./AddFileDialog";
import { SourceOption } from "./SourceOption";
import styles from "./SourcePicker.module.css";

const REST_MS = 150;

interface SourcePickerProps {
  claimId: string;
  row: EvidenceDraft;
  /** Ids of the sources that the review has already. */
  taken: ReadonlySet<string>;
  onChange: (changed: Partial<EvidenceDraft>) => void;
  onTaken: () => void;
  /** Esc in an empty field: no source after all. */
  onDrop: () => void;
}

/**
 * One field for both: an address, or words of a source used before.
 *
 * The likeliest is chosen from the start, so that Enter alone takes it.
 */
export function SourcePicker(props: SourcePickerProps) {
  const { claimId, row, taken, onChange, onTaken, onDrop } = props;
  const { t } = useTranslation();
  const listId = useId();
  const field = useFocusOnMount<HTMLInputElement>();
  const words = row.url.trim();
  const [q] = useDebouncedValue(words, REST_MS);
  const found = useClaimSources(claimId, q);
  const add = useAddSource();
  const [at, setAt] = useState(0);
  const [isAddingFile, setAddingFile] = useState(false);
  const isAddress = isWebAddress(words);
  const isFresh = q === words && !found.isPending;
  const free = (all: readonly SourceSuggestion[] = []) =>
    all.filter(({ source }) => !taken.has(source.id));
  const earlier = free(found.data?.results);
  const count = earlier.length + (isAddress ? 1 : 0);
  const place = Math.min(at, Math.max(0, count - 1));

  const take = ({ source, passage }: SourceSuggestion) => {
    onChange(withPassage(row, source, passage));
    onTaken();
  };
  const choose = (index: number) => {
    if (isAddress && index === 0) {
      const url = /^https?:/i.test(words) ? words : `https://${words}`;
      add.mutate({ url }, { onSuccess: (source) => take({ source, passage: null }) });
      return;
    }
    const chosen = earlier[index - (isAddress ? 1 : 0)];
    if (chosen) take(chosen);
  };
  /** Enter may come before the list: what stands first in it is taken once it is there. */
  const chooseFirst = async () => {
    const [first] = free((await found.read(words).catch(() => null))?.results);
    if (first) take(first);
  };
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) setAt(Math.min(count - 1, Math.max(0, place + step)));
    else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      if (isAddress || isFresh) choose(place);
      else void chooseFirst();
    } else if (event.key === "Escape" && !words) onDrop();
    else return;
    event.preventDefault();
  };
  const option = (index: number) => `${listId}-${index}`;
  return (
    <div className={styles.picker}>
      <TextInput
        ref={field}
        label={t("evidence.address")}
        description={t("evidence.addressHelp")}
        placeholder="https://"
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded={count > 0}
        aria-controls={count > 0 ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? option(place) : undefined}
        value={row.url}
        disabled={add.isPending}
        onKeyDown={press}
        onChange={(event) => {
          setAt(0);
          onChange({ url: event.currentTarget.value });
        }}
      />
      {count > 0 && (
        <ul id={listId} role="listbox" className={styles.list} aria-label={t("evidence.earlier")}>
          {isAddress && (
            <SourceOption id={option(0)} isChosen={place === 0} onChoose={() => choose(0)}>
              {t("evidence.addAddress", { url: words })}
            </SourceOption>
          )}
          {earlier.map(({ source, passage }, index) => {
            const own = index + (isAddress ? 1 : 0);
            return (
              <SourceOption
                key={source.id}
                id={option(own)}
                isChosen={own === place}
                passage={passage?.exact}
                about={source}
                onChoose={() => choose(own)}
              >
                {source.title || source.url}
              </SourceOption>
            );
          })}
        </ul>
      )}
      {count === 0 && isFresh && (
        <p className={styles.none} role="status">
          {t(isOtherAddress(words) ? "problems.invalid-url" : "evidence.noneEarlier")}
        </p>
      )}
      <div>
        <Button variant="default" size="compact-sm" onClick={() => setAddingFile(true)}>
          {t("evidence.addFile")}
        </Button>
      </div>
      {isAddingFile && (
        <AddFileDialog
          onClose={() => setAddingFile(false)}
          onAdded={(source) => take({ source, passage: null })}
        />
      )}
      {add.isError && <ProblemNote>{problemWords(add.error, t)}</ProblemNote>}
    </div>
  );
}
