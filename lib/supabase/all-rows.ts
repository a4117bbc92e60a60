import { fromPostgres, type PostgresFailure } from '@/lib/core/errors'

/** The Data API cuts every answer at this many rows. */
const MOST_ROWS = 1_000

type Answer<T> = { data: T[] | null; error: PostgresFailure | null }

/** Every row of a query, page by page; the query needs an order that no two rows share. For exports and bounded periods only. */
export async function allRows<T>(
  readPage: (from: number, to: number) => PromiseLike<Answer<T>>,
): Promise<T[]> {
  const rows: T[] = []
  for (;;) {
    const { data, error } = await readPage(rows.length, rows.length + MOST_ROWS - 1)
    if (error) throw fromPostgres(error)
    rows.push(...(data ?? []))
    if (!data || data.length < MOST_ROWS) return rows
  }
}
