import { readTable } from '@/lib/core/csv-table'
import { type CustomerColumn, columnOf } from '@/lib/customers/import/columns'
import { type RowFault, readRow } from '@/lib/customers/import/read-row'
import type { NewCustomer } from '@/lib/customers/schema'

/** Why a file cannot be read as customers at all. */
export type FileFault = { code: string; line?: number; column?: CustomerColumn }

/** A customer list, read: what is written, what is wrong with it, and the customers of the rows that are right. */
export type CustomerReading = {
  columns: CustomerColumn[]
  /** Headers we do not know; their cells are left out. */
  ignored: string[]
  rows: { row: number; cells: Partial<Record<CustomerColumn, string>> }[]
  faults: RowFault[]
  customers: { row: number; customer: NewCustomer }[]
}

/** Reads a customer list from the text of a CSV file; every fault is found in one go. */
export function readCustomers(text: string): CustomerReading | { fileFault: FileFault } {
  const table = readTable(text)
  if ('fault' in table)
    return { fileFault: { code: table.fault, ...(table.line !== undefined && { line: table.line }) } }
  const header = table.header.map(columnOf)
  const columns = header.filter((column) => column !== null)
  if (!columns.includes('last_name') && !columns.includes('firm_name'))
    return { fileFault: { code: 'name_missing' } }
  const twice = columns.find((column, index) => columns.indexOf(column) !== index)
  if (twice) return { fileFault: { code: 'column_twice', column: twice } }

  const reading: CustomerReading = {
    columns,
    ignored: table.header.filter((name, index) => header[index] === null && name !== ''),
    rows: [],
    faults: [],
    customers: [],
  }
  for (const { line, cells } of table.rows) {
    const written: Partial<Record<CustomerColumn, string>> = {}
    header.forEach((column, index) => {
      if (column && cells[index] !== undefined) written[column] = cells[index]
    })
    reading.rows.push({ row: line, cells: written })
    // A sign between cells that stands inside one moves all that follows: nothing in the row can be trusted.
    if (cells.slice(header.length).some((cell) => cell !== '')) {
      const values = { found: cells.length, expected: header.length }
      reading.faults.push({ row: line, column: null, code: 'row_too_long', values })
      continue
    }
    const { customer, faults } = readRow(line, written)
    reading.faults.push(...faults)
    if (customer) reading.customers.push({ row: line, customer })
  }
  return reading
}
