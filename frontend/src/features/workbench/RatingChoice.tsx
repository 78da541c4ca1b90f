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
  /** Without the digits: a dialog has the page's keys switched off. */
  isPlain?: boolean;
}

/** The rating scale: one digit a rating, its meaning below. */
export function RatingChoice({ value, onChange, name = "rating", isPlain = false }: RatingChoiceProps) {
  const { t, i18n } = useTranslation();
  const ratings = useRatings();
  const printed = usePrintedKey();
  const chosen = ratings.find((rating) => rating.key === value);
  useKeys(
    ratings.slice(0, 9).map((rating, index) => ({
      keys: [String(index + 1)],
      does: t("review.rate", { rating: ratingName(rating, i18n.language) }),
      isOff: isPlain,
      run: () => onChange(rating.key),
    })),
  );
  return (
    <fieldset className={styles.ratings}>
      <legend>{t("review.rating")}</legend>
      <div className={styles.scale}>
        {ratings.map((rating, index) => (
          <label key={rating.key} className={styles.rating} data-tone={toneOf(rating.colour)}>
            <input
              type="radio"
              name={name}
              value={rating.key}
              checked={rating.key === value}
              aria-keyshortcuts={isPlain ? undefined : printed(String(index + 1))}
              onChange={() => onChange(rating.key)}
            />
            {!isPlain && <KeyHint of={String(index + 1)} />}
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
