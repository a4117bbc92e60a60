/** The text in the reader's language, else German, English, or whatever there is: the order the database uses too. */
export function labelOf(names: Record<string, string>, locale: string): string {
  return names[locale] ?? names.de ?? names.en ?? Object.values(names)[0] ?? ''
}
