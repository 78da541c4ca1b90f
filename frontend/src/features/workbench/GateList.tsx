import { CircleCheck, CircleDashed, CircleHelp } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { KeyHint } from "@/components/KeyHint";
import { useKeys, usePrintedKey } from "@/keyboard/useKeys";
import { wordsFor } from "@/i18n/words";
import type { GateCondition } from "@/model/publication";
import styles from "./Publication.module.css";

/** Who rated the claim has a review of their own to mend; the other reviews are everybody's to read. */
const IN_REVIEWS = ["own-review", "reviews"];

/**
 * Where on the page a condition is met, the first place that is there; a condition with a field
 * leads to that field.
 */
const PLACES: Record<string, readonly string[]> = {
  source_details: IN_REVIEWS,
  excerpts_and_stances: IN_REVIEWS,
  archived_copies: IN_REVIEWS,
  reviews: ["verdict"],
  settled: ["verdict"],
  not_only_reviewer: ["reviews"],
  right_of_reply: ["replies"],
};

/** The first source of a review in sight that lacks something, where it is put right. */
const LACKING = "[data-completes]";

/** Publishes where nothing is missing; until then it leads here. */
const KEY = "P";

/** What must be there before the claim can go out; what is missing links to where it is put right. */
export function GateList({ gate }: { gate: readonly GateCondition[] }) {
  const { t } = useTranslation();
  const printed = usePrintedKey();
  const first = useRef<HTMLButtonElement>(null);
  const missing = gate.filter((condition) => !condition.met && condition.binding);
  const advised = gate.filter((condition) => !condition.met && !condition.binding);
  const met = gate.filter((condition) => condition.met);
  useKeys([
    {
      keys: [KEY],
      does: t("gate.toMissing"),
      isOff: missing.length === 0,
      run: () => first.current?.focus(),
    },
  ]);
  return (
    <div className={styles.gate}>
      <p className={styles.sum}>
        {missing.length === 0 ? t("gate.ready") : t("gate.missing", { count: missing.length })}
      </p>
      <ul>
        {missing.map((condition, index) => (
          <li key={condition.code} data-met="no">
            <CircleDashed size={16} aria-hidden="true" />
            <span className="visually-hidden">{t("gate.isMissing")}: </span>
            <button
              ref={index === 0 ? first : undefined}
              type="button"
              aria-keyshortcuts={index === 0 ? printed(KEY) : undefined}
              onClick={() => leadTo(condition)}
            >
              {wordsOf(condition)}
            </button>
            {index === 0 && <KeyHint of={KEY} />}
          </li>
        ))}
        {advised.map((condition) => (
          <li key={condition.code} data-met="advised">
            <CircleHelp size={16} aria-hidden="true" />
            <span>
              {t("gate.advised")}:{" "}
              <button type="button" onClick={() => leadTo(condition)}>
                {wordsOf(condition)}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {met.length > 0 && (
        <details>
          <summary>{t("gate.met", { count: met.length })}</summary>
          <ul>
            {met.map((condition) => (
              <li key={condition.code} data-met="yes">
                <CircleCheck size={16} aria-hidden="true" /> {wordsOf(condition)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The server's message says more about this one claim; ours is for when it sends none. */
function wordsOf(condition: GateCondition): string {
  return condition.message || wordsFor("gate.conditions", condition.code, condition.code);
}

function leadTo({ code, field }: GateCondition): void {
  const source = code === "source_details" ? document.querySelector<HTMLElement>(LACKING) : null;
  const ids = [...(field ? [`draft-${field}`] : []), ...(PLACES[code] ?? []), "publication"];
  const place = source ?? ids.map((id) => document.getElementById(id)).find((found) => found);
  place?.scrollIntoView({ block: "center" });
  place?.focus({ preventScroll: true });
}
