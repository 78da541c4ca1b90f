import {
  CircleCheck,
  CircleCheckBig,
  CircleDashed,
  CircleHelp,
  CircleX,
  Contrast,
  History,
  type LucideIcon,
  Scale,
  TriangleAlert,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Rating, ratingName, type Tone, toneOf } from "@/model/rating";
import styles from "./RatingMark.module.css";

const ICONS: Record<string, LucideIcon> = {
  true: CircleCheckBig,
  mostly_true: CircleCheck,
  half_true: Contrast,
  misleading: TriangleAlert,
  false: CircleX,
  outdated: History,
  unverifiable: CircleHelp,
};

const TONE_ICONS: Record<Tone, LucideIcon> = {
  unreviewed: CircleDashed,
  true: CircleCheck,
  mixture: Contrast,
  false: CircleX,
  open: CircleHelp,
  disputed: Scale,
};

interface ToneMarkProps {
  tone: Tone;
  /** Names the icon; without it the tone's own icon stands. */
  icon?: string;
  children: string;
}

/** A word in a tone: colour, icon and underline together, so that none stands alone. */
export function ToneMark({ tone, icon, children }: ToneMarkProps) {
  const Icon = (icon && ICONS[icon]) || TONE_ICONS[tone];
  return (
    <span className={styles.mark} data-tone={tone}>
      <Icon size={15} aria-hidden="true" />
      <span className={styles.word}>{children}</span>
    </span>
  );
}

/** A rating by its name in the interface's language. */
export function RatingMark({ rating }: { rating: Rating }) {
  const { i18n } = useTranslation();
  return (
    <ToneMark tone={toneOf(rating.colour)} icon={rating.key}>
      {ratingName(rating, i18n.language)}
    </ToneMark>
  );
}
