/** English as in Europe, as on the public pages: the day first, the clock of 24 hours. */
const place = (language: string) => (language === "en" ? "en-GB" : language);

/** Making a formatter costs far more than using one, and a long list uses hundreds. */
const formatters = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function dates(language: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `date ${language} ${JSON.stringify(style)}`;
  const known = formatters.get(key);
  if (known instanceof Intl.DateTimeFormat) return known;
  const made = new Intl.DateTimeFormat(place(language), style);
  formatters.set(key, made);
  return made;
}

function numbers(language: string, style: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `number ${language} ${JSON.stringify(style)}`;
  const known = formatters.get(key);
  if (known instanceof Intl.NumberFormat) return known;
  const made = new Intl.NumberFormat(language, style);
  formatters.set(key, made);
  return made;
}

/** A day, in the language's own short form; empty for no day. */
export function formatDay(iso: string | null, language: string): string {
  return iso ? dates(language, { dateStyle: "medium" }).format(new Date(iso)) : "";
}

/** A day with its time of day; empty for no moment. */
export function formatMoment(iso: string | null, language: string): string {
  const style = { dateStyle: "medium", timeStyle: "short" } as const;
  return iso ? dates(language, style).format(new Date(iso)) : "";
}

/** The time of day alone. */
export function formatTime(moment: Date, language: string): string {
  return dates(language, { timeStyle: "short" }).format(moment);
}

/** A number with the language's own marks. */
export function formatNumber(value: number, language: string): string {
  return numbers(language, { maximumFractionDigits: 6 }).format(value);
}

/** A share in [0, 1] as whole percents. */
export function formatShare(share: number, language: string): string {
  return numbers(language, { style: "percent" }).format(share);
}

/** A figure such as a coefficient, with two decimals. */
export function formatFigure(value: number, language: string): string {
  return numbers(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
}

const HOURS_TOLD = 48;

/** A duration given in hours: minutes below one, days from two on. */
export function formatHours(hours: number, language: string): string {
  const unit = hours < 1 ? "minute" : hours < HOURS_TOLD ? "hour" : "day";
  const value = { minute: hours * 60, hour: hours, day: hours / 24 }[unit];
  const style = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return numbers(language, style).format(value);
}

/** A moment as a field of the type datetime-local holds it: local time, to the minute. */
export function localMoment(moment: Date): string {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** What such a field holds, as the API writes moments; null for an empty one. */
export function asMoment(local: string): string | null {
  return local ? new Date(local).toISOString() : null;
}
