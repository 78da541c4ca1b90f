import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useRatings } from "@/api/ratings";
import { KeyHint } from "@/components/KeyHint";
import { RatingMark } from "@/components/RatingMark";
import { useKeys, usePrintedKey } from "@/keyboard/useKeys";
import { ratingDefinition, ratingName, toneOf } from "@/model/rating";
import styles from "./ReviewForm.module.css";

interface RatingChoiceProps {
  value: string;
  onChange: (rating: string) => void;
  /** Two scales on one page must not share a group. */
  name?: string;
  /** A dialog has the page's keys switched off: the digits work on the scale itself, focused first. */
  isInDialog?: boolean;
}

/** The rating scale: one digit a rating, its meaning below. */
export function RatingChoice({ value, onChange, name = "rating", isInDialog = false }: RatingChoiceProps) {
  const { t, i18n } = useTranslation();
  const ratings = useRatings();
  const printed = usePrintedKey();
  const chosen = ratings.find((rating) => rating.key === value);
  useKeys(
    ratings.slice(0, 9).map((rating, index) => ({
      keys: [String(index + 1)],
      does: t("review.rate", { rating: ratingName(rating, i18n.language) }),
      isOff: isInDialog,
      run: () => onChange(rating.key),
    })),
  );
  const pressInDialog = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = ratings.findIndex((_, index) => printed(String(index + 1)) === event.key);
    const rating = ratings[pressed];
    if (rating) onChange(rating.key);
  };
  return (
    // the digits are a shortcut to the radio buttons, which have the role and the focus
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset className={styles.ratings} onKeyDown={isInDialog ? pressInDialog : undefined}>
      <legend>{t("review.rating")}</legend>
      <div className={styles.scale}>
        {ratings.map((rating, index) => (
          <label key={rating.key} className={styles.rating} data-tone={toneOf(rating.colour)}>
            <input
              type="radio"
              name={name}
              value={rating.key}
              checked={rating.key === value}
              aria-keyshortcuts={printed(String(index + 1))}
              data-autofocus={(isInDialog && rating.key === (value || ratings[0]?.key)) || undefined}
              onChange={() => onChange(rating.key)}
            />
            <KeyHint of={String(index + 1)} />
            <RatingMark rating={rating} />
          </label>
        ))}
      </div>
      <p className={styles.definition} aria-live="polite">
        {chosen && ratingDefinition(chosen, i18n.language)}
      </p>
    </fieldset>
  );
}
