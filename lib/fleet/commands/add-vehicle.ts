import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { callImport } from '@/lib/fleet/commands/import-fleet'
import { FLEET_COLUMNS } from '@/lib/fleet/import/columns'
import { readRow } from '@/lib/fleet/import/read-row'
import type { WrittenVehicle } from '@/lib/fleet/schema'

/**
 * Adds one vehicle, read and checked exactly as a row of an import.
 * @throws AppError `invalid_input` with the problem of each field
 */
export async function addVehicle(ctx: CompanyContext, written: WrittenVehicle): Promise<void> {
  const cells = Object.fromEntries(FLEET_COLUMNS.map((column) => [column, written[column]?.trim() ?? '']))
  const { vehicle, faults } = readRow(1, cells)
  if (!vehicle) throw problemsOf(faults)
  const { problems } = await callImport(ctx, [vehicle], false)
  if (problems.length > 0) throw problemsOf(problems)
  await invalidate(ctx.companyId, 'fleet')
  ctx.log.info({ event: 'vehicle.added' })
}

type Problem = { column: string | null; code: string; values?: Record<string, string | number> }

function problemsOf(faults: Problem[]): AppError {
  const problems = faults.map(({ column, code, values = {} }) => ({
    field: column ?? '',
    key: code === 'missing' ? 'required' : code,
    values,
  }))
  return new AppError('invalid_input', { details: { problems } })
}
