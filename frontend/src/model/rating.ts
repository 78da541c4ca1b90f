/** One step of the site's rating scale. */
export interface Rating {
  key: string;
  position: number;
  name_it: string;
  name_en: string;
  definition_it: string;
  definition_en: string;
  value: number | null;
  colour: string;
  export: string;
}

/** Colour and underline of a rating; `unreviewed` and `disputed` are no ratings, but look alike. */
export type Tone = "unreviewed" | "true" | "mixture" | "false" | "open" | "disputed";

const TONES: readonly string[] = ["unreviewed", "true", "mixture", "false", "open", "disputed"];

/** The tone a rating's colour token names; an unknown token is shown as unreviewed. */
export function toneOf(colour: string): Tone {
  return TONES.includes(colour) ? (colour as Tone) : "unreviewed";
}

/** A rating's name in the interface's language. */
export function ratingName(rating: Rating, language: string): string {
  return language.startsWith("it") ? rating.name_it : rating.name_en;
}

/** A rating's definition in the interface's language. */
export function ratingDefinition(rating: Rating, language: string): string {
  return language.startsWith("it") ? rating.definition_it : rating.definition_en;
}
