import type { CompanyContext } from '@/lib/core/context'
import { instantOf } from '@/lib/core/dates'
import { AppError } from '@/lib/core/errors'

/**
 * The instant somebody wrote on the company's clock, as the database takes it.
 * @throws AppError `invalid_period` for a time that does not exist
 */
export function writtenInstant(ctx: Pick<CompanyContext, 'timeZone'>, local: string): string {
  try {
    return instantOf(local, ctx.timeZone).toISOString()
  } catch {
    throw new AppError('invalid_period')
  }
}
