import { forbidden, notFound } from 'next/navigation'
import { type CompanyContext, getCompanyContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'

/** The context of a page that needs a permission; without it the page says so instead of showing less. */
export async function pageContext(permission: string): Promise<CompanyContext> {
  const ctx = await getCompanyContext()
  if (!ctx.can(permission)) forbidden()
  return ctx
}

/** The answer of a query for a page about one record; a record that is not there is a page that is not there. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    // An address that holds no id is refused by the database as bad input; to the reader it is the same.
    if (error instanceof AppError && ['not_found', 'invalid_input'].includes(error.code)) notFound()
    throw error
  }
}
