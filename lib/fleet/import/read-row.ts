import {
  amount,
  type Cell,
  type CellFault,
  day,
  equipment,
  fuel,
  plate,
  text,
  transmission,
  vin,
  wholeNumber,
} from '@/lib/fleet/import/cells'
import { FLEET_COLUMNS, type FleetColumn, REQUIRED_COLUMNS } from '@/lib/fleet/import/columns'
import { bodyTypeOf } from '@/lib/fleet/rules'
import type { ImportRow } from '@/lib/fleet/schema'

/** A fault or doubt at its place; without a column it concerns the whole row. */
export type RowFault = CellFault & { row: number; column: FleetColumn | null }

const READERS: { [C in FleetColumn]: (cell: string) => Cell<ImportRow[C]> } = {
  plate,
  vin,
  category: text(60),
  make: text(60),
  model: text(60),
  model_year: wholeNumber(1950, 2100),
  color: text(40),
  fuel,
  transmission,
  seats: wholeNumber(1, 60),
  odometer_km: wholeNumber(0, 3_000_000),
  fuel_percent: wholeNumber(0, 100),
  tank_litres: wholeNumber(0, 500),
  location: text(80),
  inspection_due_on: day,
  daily_rappen: amount(100_000_000),
  weekly_rappen: amount(100_000_000),
  monthly_rappen: amount(100_000_000),
  included_km_per_day: wholeNumber(0, 10_000),
  extra_km_rappen: amount(100_000),
  security_deposit_rappen: amount(10_000_000),
  minimum_age: wholeNumber(16, 99),
  equipment,
}

/** What an empty cell of an optional column means; the same values as the defaults of the tables. */
const WHEN_EMPTY: Partial<ImportRow> = {
  color: null,
  fuel_percent: 100,
  tank_litres: 50,
  inspection_due_on: null,
  weekly_rappen: null,
  monthly_rappen: null,
  included_km_per_day: 150,
  extra_km_rappen: 35,
  security_deposit_rappen: 50_000,
  minimum_age: 18,
  equipment: [],
}

/** A dash in an optional cell is how people write "nothing". */
function isEmpty(cell: string, column: FleetColumn): boolean {
  return cell === '' || (!REQUIRED_COLUMNS.includes(column) && /^[-–—]$/.test(cell))
}

/** What the fleet has at most once, of a row as far as it can be read. */
export type Identity = { row: number; plate?: string; vin?: string }

/** Reads one row; `vehicle` is there when nothing is wrong with it, `identity` in any case. */
export function readRow(
  row: number,
  cells: Partial<Record<FleetColumn, string>>,
): { vehicle: ImportRow | null; identity: Identity; faults: RowFault[]; doubts: RowFault[] } {
  const faults: RowFault[] = []
  const doubts: RowFault[] = []
  const values: Record<string, unknown> = { row }
  for (const column of FLEET_COLUMNS) {
    const cell = cells[column] ?? ''
    if (isEmpty(cell, column)) {
      if (REQUIRED_COLUMNS.includes(column)) faults.push({ row, column, code: 'missing' })
      else values[column] = WHEN_EMPTY[column]
      continue
    }
    const reading = READERS[column](cell)
    if ('fault' in reading) faults.push({ row, column, ...reading.fault })
    else {
      values[column] = reading.value
      if (reading.doubt) doubts.push({ row, column, ...reading.doubt })
    }
  }
  const { plate, vin } = values as Partial<ImportRow>
  const identity = { row, ...(plate && { plate }), ...(vin && { vin }) }
  if (faults.length > 0) return { vehicle: null, identity, faults, doubts }
  values.body_type = bodyTypeOf(String(values.category))
  return { vehicle: values as ImportRow, identity, faults, doubts }
}
