/** The language for numbers and dates: as the page names it, as long as the texts speak the same language. */
export function formattingLanguage(requested: string, {tag}: {readonly tag: string}): string {
  if (requested.split(/[-_]/)[0]?.toLowerCase() !== tag.split('-')[0]) return tag;
  try {
    return Intl.getCanonicalLocales(requested)[0] ?? tag;
  } catch {
    return tag;
  }
}

/** Gives a span of time in words: "42 seconds", "14 minutes", "3 hours", "2 days". Rounds up, so that nobody comes too early. */
export function duration(seconds: number, language: string): string {
  const [value, unit] =
    seconds <= 90
      ? [seconds, 'second']
      : seconds <= 5400
        ? [Math.ceil(seconds / 60), 'minute']
        : seconds < 172_800
          ? [Math.ceil(seconds / 3600), 'hour']
          : [Math.ceil(seconds / 86_400), 'day'];
  return new Intl.NumberFormat(language, {style: 'unit', unit, unitDisplay: 'long'}).format(Math.max(1, value));
}

/** Gives a countdown as a clock shows it: "0:42", "14:05". More than an hour, which nobody watches, in words. */
export function countdown(seconds: number, language: string): string {
  if (seconds > 3600) return duration(seconds, language);
  const part = (value: number, digits: number) =>
    new Intl.NumberFormat(language, {minimumIntegerDigits: digits, useGrouping: false}).format(value);
  return `${part(Math.floor(seconds / 60), 1)}:${part(seconds % 60, 2)}`;
}

/** Gives a moment as the page's language writes it, with the time of day. */
export function moment(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, {dateStyle: 'long', timeStyle: 'short'}).format(new Date(iso));
}

/** Gives names as a list in words: "A and B". */
export function list(names: readonly string[], language: string): string {
  return new Intl.ListFormat(language).format(names);
}
