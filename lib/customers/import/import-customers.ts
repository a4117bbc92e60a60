import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { decodeText } from '@/lib/core/csv-table'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { MOST_LIST_BYTES } from '@/lib/core/list-file'
import { toRow } from '@/lib/customers/commands'
import { type CustomerReading, type FileFault, readCustomers } from '@/lib/customers/import/read-customers'
import type { NewCustomer } from '@/lib/customers/schema'

/** The list of an import: a CSV file. */
export const CustomerFile = z.object({ file: z.file().max(MOST_LIST_BYTES, 'file_too_large') })

const Answer = z.object({
  imported: z.number(),
  problems: z.array(z.object({ row: z.number(), column: z.enum(['email', 'uid_number']), code: z.string() })),
})

/** What a file would bring, before anything is written. */
export type ImportPreview = Omit<CustomerReading, 'customers'> & { ready: number; total: number }

/** Rows without a fault that a preview shows at most; rows with one are always all there. */
const SHOWN_CLEAN_ROWS = 200

/** Reads a customer list and tells everything that is wrong with it, who is known already included. Writes nothing. */
export async function previewCustomers(
  ctx: CompanyContext,
  { file }: z.output<typeof CustomerFile>,
): Promise<ImportPreview | { fileFault: FileFault }> {
  const reading = await readChecked(ctx, file)
  if ('fileFault' in reading) return reading
  const { customers, ...shown } = reading
  const noted = new Set(shown.faults.map(({ row }) => row))
  let clean = 0
  const rows = shown.rows.filter(({ row }) => noted.has(row) || clean++ < SHOWN_CLEAN_ROWS)
  return { ...shown, rows, ready: customers.length, total: shown.rows.length }
}

/**
 * Imports a customer list: all of it, or nothing.
 * @throws AppError `import_has_faults` with their number; the preview names them
 */
export async function importCustomers(
  ctx: CompanyContext,
  { file }: z.output<typeof CustomerFile>,
): Promise<{ imported: number }> {
  const reading = await readChecked(ctx, file)
  const faults = 'fileFault' in reading ? 1 : reading.faults.length
  if ('fileFault' in reading || faults > 0) throw new AppError('import_has_faults', { details: { faults } })
  const { imported, problems } = await callImport(ctx, reading.customers, false)
  // Somebody added one of these customers since the check a moment ago.
  if (problems.length > 0) throw new AppError('import_has_faults', { details: { faults: problems.length } })
  await invalidate(ctx.companyId, 'customers')
  ctx.log.info({ event: 'customers.imported', customers: imported })
  return { imported }
}

async function readChecked(
  ctx: CompanyContext,
  file: File,
): Promise<CustomerReading | { fileFault: FileFault }> {
  const reading = readCustomers(decodeText(await file.arrayBuffer()))
  if ('fileFault' in reading || reading.customers.length === 0) return reading
  const { problems } = await callImport(ctx, reading.customers, true)
  const found = problems.map((problem) => ({ ...problem, values: {} }))
  const faults = [...reading.faults, ...found].toSorted((a, b) => a.row - b.row)
  const faulty = new Set(faults.map(({ row }) => row))
  return { ...reading, faults, customers: reading.customers.filter(({ row }) => !faulty.has(row)) }
}

async function callImport(
  ctx: CompanyContext,
  rows: { row: number; customer: NewCustomer }[],
  dryRun: boolean,
): Promise<z.infer<typeof Answer>> {
  const { data, error } = await ctx.db.rpc('import_customers', {
    p_rows: rows.map(({ row, customer }) => ({ row, ...toRow(customer) })),
    p_dry_run: dryRun,
  })
  if (error) throw fromPostgres(error)
  return Answer.parse(data)
}
