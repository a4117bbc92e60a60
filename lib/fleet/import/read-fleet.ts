import { readTable, type TableRow } from '@/lib/core/csv-table'
import { columnOf, type FleetColumn, REQUIRED_COLUMNS } from '@/lib/fleet/import/columns'
import { type Identity, type RowFault, readRow } from '@/lib/fleet/import/read-row'
import type { ImportRow } from '@/lib/fleet/schema'

/** Why a file cannot be read as a fleet at all. */
export type FileFault =
  | { code: 'file_empty' | 'file_too_long' }
  | { code: 'file_unreadable'; line?: number }
  | { code: 'columns_missing'; columns: FleetColumn[] }
  | { code: 'column_twice'; column: FleetColumn }

/** A row as it is written, for the preview. */
export type WrittenRow = { row: number; cells: Partial<Record<FleetColumn, string>> }

/** A fleet list, read: what is written, what is wrong with it, and the vehicles of the rows that are right. */
export type FleetReading = {
  columns: FleetColumn[]
  /** Headers we do not know; their cells are left out. */
  ignored: string[]
  rows: WrittenRow[]
  faults: RowFault[]
  /** Worth a second look, but no reason to refuse. */
  doubts: RowFault[]
  vehicles: ImportRow[]
  /** Plates and VINs of all rows that have any, faulty ones too. */
  identities: Identity[]
}

/** Reads a fleet list from the text of a CSV file; every fault is found in one go. */
export function readFleet(text: string): FleetReading | { fileFault: FileFault } {
  const table = readTable(text)
  if ('fault' in table) {
    return {
      fileFault: { code: table.fault, ...(table.line !== undefined && { line: table.line }) } as FileFault,
    }
  }
  const header = table.header.map(columnOf)
  const columns = header.filter((column) => column !== null)
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.includes(column))
  if (missing.length > 0) return { fileFault: { code: 'columns_missing', columns: missing } }
  const twice = columns.find((column, index) => columns.indexOf(column) !== index)
  if (twice) return { fileFault: { code: 'column_twice', column: twice } }

  const reading: FleetReading = {
    columns,
    ignored: table.header.filter((name, index) => header[index] === null && name !== ''),
    rows: [],
    faults: [],
    doubts: [],
    vehicles: [],
    identities: [],
  }
  for (const row of table.rows) addRow(reading, row, header)
  reading.faults.push(...repeated(reading, 'plate'), ...repeated(reading, 'vin'))
  reading.faults.sort((a, b) => a.row - b.row)
  const faulty = new Set(reading.faults.map(({ row }) => row))
  reading.vehicles = reading.vehicles.filter(({ row }) => !faulty.has(row))
  return reading
}

function addRow(reading: FleetReading, { line, cells }: TableRow, header: (FleetColumn | null)[]): void {
  const written: WrittenRow['cells'] = {}
  header.forEach((column, index) => {
    const cell = cells[index]
    if (column && cell !== undefined) written[column] = cell
  })
  reading.rows.push({ row: line, cells: written })
  const surplus = cells.slice(header.length).some((cell) => cell !== '')
  if (cells.length < header.length || surplus) {
    // One sentence about the row says more than one for each cell that slipped.
    const code = surplus ? 'row_too_long' : 'row_too_short'
    reading.faults.push({
      row: line,
      column: null,
      code,
      values: { found: cells.length, expected: header.length },
    })
    return
  }
  const { vehicle, identity, faults, doubts } = readRow(line, written)
  reading.faults.push(...faults)
  reading.doubts.push(...doubts)
  if (identity.plate || identity.vin) reading.identities.push(identity)
  if (vehicle) reading.vehicles.push(vehicle)
}

/** Rows that claim the same plate or VIN. Each is named, because nobody but the reader knows which one is right. */
function repeated({ rows, identities }: FleetReading, column: 'plate' | 'vin'): RowFault[] {
  const read = new Map(identities.map((identity) => [identity.row, identity[column]]))
  const byValue = Map.groupBy(rows, ({ row, cells }) =>
    (read.get(row) ?? cells[column] ?? '').toUpperCase().replace(/[\s-]/g, ''),
  )
  return [...byValue].flatMap(([value, same]) => {
    if (value === '' || same.length < 2) return []
    return same.map(({ row }) => {
      const other = same.find((candidate) => candidate.row !== row)?.row ?? row
      return { row, column, code: `${column}_repeated`, values: { other } }
    })
  })
}
