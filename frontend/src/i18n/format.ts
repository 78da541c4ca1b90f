/** A day, in the language's own short form; empty for no day. */
export function formatDay(iso: string | null, language: string): string {
  if (!iso) return "";
  return new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(new Date(iso));
}

/** A day with its time of day. */
export function formatMoment(iso: string | null, language: string): string {
  if (!iso) return "";
  const style = { dateStyle: "medium", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(language, style).format(new Date(iso));
}

/** The time of day alone. */
export function formatTime(moment: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(moment);
}

/** A number with the language's own marks. */
export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
}

/** A share in [0, 1] as whole percents. */
export function formatShare(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "percent" }).format(share);
}
