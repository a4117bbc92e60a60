import { CsvError, parse } from 'csv-parse/sync'

/** A line of the file: its number as an editor counts it, and its cells as they are written. */
export type TableRow = { line: number; cells: string[] }

/** The file as a table, or why it is none. */
export type Table =
  | { header: string[]; rows: TableRow[] }
  | { fault: 'file_empty' | 'file_unreadable' | 'file_too_long'; line?: number }

/** More than that is refused by the database, too. */
export const MOST_ROWS = 2_000

/**
 * Excel for Windows still writes Windows-1252 when asked for "CSV", and UTF-16 when asked for "Unicode text"; anything
 * that is neither valid UTF-8 nor marked as UTF-16 is read as the former.
 */
export function decodeText(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2))
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Swiss spreadsheets separate by semicolon, English ones by comma, a pasted table by tab: the header tells. */
function delimiterOf(text: string): string {
  const header = text.slice(0, 4_000).split(/\r?\n/, 1)[0] ?? ''
  const count = (sign: string) => header.split(sign).length
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** Splits a CSV text into rows; quotes in the middle of a cell are part of it, blank lines are nothing. */
export function readTable(text: string): Table {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text.replace(/^\uFEFF/, '')),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      to: MOST_ROWS + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    const rows = records.map(({ record, info }) => ({ line: info.lines, cells: record }))
    const [header, ...body] = rows
    if (!header || body.length === 0) return { fault: 'file_empty' }
    if (body.length > MOST_ROWS) return { fault: 'file_too_long' }
    return { header: header.cells, rows: body }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error.lines)
    return { fault: 'file_unreadable', ...(Number.isFinite(line) && { line }) }
  }
}
