/** Which list is imported; its texts have the same names in each. */
export type ImportWords = 'fleet.import' | 'customers.import'

/** What is wrong at a place of the file; without a column, with the row as a whole. */
export type ImportFault = { row: number; column: string | null; code: string }

/** The id of a row in the preview, so that its faults can point at it. */
export function importRowId(row: number): string {
  return `import-row-${row}`
}
