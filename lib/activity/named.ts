import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres, type PostgresFailure } from '@/lib/core/errors'

/** What a record is called, and the page that shows it. */
export type Named = [id: string, { name: string; href: string | null }]

/** Asks what the records of one table are called; there is at least one id. */
export type Lookup = (ctx: CompanyContext, ids: string[]) => Promise<Named[]>

/** The rows of an answer, each under the name it goes by; a row without one stays nameless. */
export async function namesFrom<Row>(
  question: PromiseLike<{ data: Row[] | null; error: PostgresFailure | null }>,
  nameOf: (row: Row) => Named | null,
): Promise<Named[]> {
  const { data, error } = await question
  if (error) throw fromPostgres(error)
  return (data ?? []).flatMap((row) => {
    const named = nameOf(row)
    return named ? [named] : []
  })
}
