import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { decodeText } from '@/lib/core/csv-table'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { type FileFault, type FleetReading, readFleet } from '@/lib/fleet/import/read-fleet'
import type { Identity, RowFault } from '@/lib/fleet/import/read-row'
import { listCategories, listLocations } from '@/lib/fleet/queries/catalogue'
import type { FleetFile, ImportRow } from '@/lib/fleet/schema'

const Answer = z.object({
  imported: z.number(),
  problems: z.array(z.object({ row: z.number(), column: z.enum(['plate', 'vin']), code: z.string() })),
})

/** What a file would bring, before anything is written. */
export type ImportPreview = Omit<FleetReading, 'vehicles' | 'identities'> & {
  ready: number
  total: number
  /** Categories and locations that do not exist yet, as the list writes them. */
  unknown: string[]
}

/** Rows without a fault that a preview shows at most; rows with one are always all there. */
const SHOWN_CLEAN_ROWS = 200

/**
 * Reads a fleet list and tells everything that is wrong with it, what the company's own vehicles say included.
 * Writes nothing.
 */
export async function previewFleet(
  ctx: CompanyContext,
  { file }: z.output<typeof FleetFile>,
): Promise<ImportPreview | { fileFault: FileFault }> {
  const reading = await readChecked(ctx, file)
  if ('fileFault' in reading) return reading
  const { vehicles, identities: _, ...shown } = reading
  const noted = new Set([...shown.faults, ...shown.doubts].map(({ row }) => row))
  let clean = 0
  const rows = shown.rows.filter(({ row }) => noted.has(row) || clean++ < SHOWN_CLEAN_ROWS)
  const unknown = await unknownNames(ctx, vehicles)
  return { ...shown, rows, ready: vehicles.length, total: shown.rows.length, unknown }
}

/** A name that is only written otherwise makes a category or a location of its own: each is named before. */
async function unknownNames(ctx: CompanyContext, vehicles: ImportRow[]): Promise<string[]> {
  if (vehicles.length === 0) return []
  const [categories, locations] = await Promise.all([listCategories(ctx), listLocations(ctx)])
  const known = [
    new Set(categories.map(({ importName }) => importName)),
    new Set(locations.map(({ name }) => name)),
  ] as const
  const written = [
    new Set(vehicles.map(({ category }) => category)),
    new Set(vehicles.map(({ location }) => location)),
  ] as const
  return [...written[0].difference(known[0]), ...written[1].difference(known[1])]
}

/**
 * Imports a fleet list: all of it, or nothing.
 * @throws AppError `import_has_faults` with their number; the preview names them
 */
export async function importFleet(
  ctx: CompanyContext,
  { file }: z.output<typeof FleetFile>,
): Promise<{ imported: number }> {
  const reading = await readChecked(ctx, file)
  const faults = 'fileFault' in reading ? 1 : reading.faults.length
  if ('fileFault' in reading || faults > 0) throw new AppError('import_has_faults', { details: { faults } })
  const { imported, problems } = await callImport(ctx, reading.vehicles, false)
  // Somebody added one of these vehicles since the check a moment ago.
  if (problems.length > 0) throw new AppError('import_has_faults', { details: { faults: problems.length } })
  await invalidate(ctx.companyId, 'fleet')
  ctx.log.info({ event: 'fleet.imported', vehicles: imported })
  return { imported }
}

async function readChecked(
  ctx: CompanyContext,
  file: File,
): Promise<FleetReading | { fileFault: FileFault }> {
  const reading = readFleet(decodeText(await file.arrayBuffer()))
  if ('fileFault' in reading || reading.identities.length === 0) return reading
  // Faulty rows are asked about too: whoever mends the file should not meet another fault of the same row afterwards.
  const { problems } = await callImport(ctx, reading.identities, true)
  // That a row repeats another the reading has said already, of both rows and with the other's number.
  const found: RowFault[] = problems.filter(({ code }) => !code.endsWith('_repeated'))
  if (found.length === 0) return reading
  const faults = [...reading.faults, ...found].toSorted((a, b) => a.row - b.row)
  const faulty = new Set(faults.map(({ row }) => row))
  return { ...reading, faults, vehicles: reading.vehicles.filter(({ row }) => !faulty.has(row)) }
}

/** Calls the import of the database: all rows or none, or with `dryRun` only what would keep them out. */
export async function callImport(
  ctx: CompanyContext,
  rows: ImportRow[] | Identity[],
  dryRun: boolean,
): Promise<z.infer<typeof Answer>> {
  const { data, error } = await ctx.db.rpc('import_fleet', { p_rows: rows, p_dry_run: dryRun })
  if (error) throw fromPostgres(error)
  return Answer.parse(data)
}
