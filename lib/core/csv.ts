const FORMULA_START = /^[=+\-@\t\r]/
const HARMLESS = /^[+-]?[\d\s.,'’()/-]+$/

/**
 * One cell of an export. A spreadsheet runs text that starts like a formula, so such text gets an apostrophe;
 * numbers and phone numbers (`+41 44 …`) stay as they are and survive a round trip.
 */
export function csvCell(value: string | number | bigint | boolean | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value)
  const safe = FORMULA_START.test(text) && !(HARMLESS.test(text) && /\d/.test(text)) ? `'${text}` : text
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A row of an export, with its end. */
export function toCsvLine(row: readonly Parameters<typeof csvCell>[0][]): string {
  return `${row.map(csvCell).join(',')}\r\n`
}
