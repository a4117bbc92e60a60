import type { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { type Cursor, type Page, pageOf, turnOf } from '@/lib/core/cursor'
import { fromPostgres, type PostgresFailure } from '@/lib/core/errors'
import { type ListQuery, type ListShape, type Order, orderOf } from '@/lib/core/list'
import { afterRow, allOf, anyContains, searchWords } from '@/lib/supabase/filters'

/** A query of a list's view, as far as paging needs it. */
interface ListSelect extends PromiseLike<{ data: unknown[] | null; error: PostgresFailure | null }> {
  order(column: string, options: { ascending: boolean }): ListSelect
  limit(count: number): ListSelect
  or(condition: string): ListSelect
}

/** A list: what it shows, how its view is narrowed, and how a row of the view is read. */
export type List<
  Filters extends ListQuery = ListQuery,
  Row extends { id: string } = { id: string },
  Column extends string = string,
> = ListShape<Column> & {
  row: z.ZodType<Row>
  usualOrder: (filters: Filters) => string
  select: (ctx: CompanyContext, filters: Filters) => ListSelect
  /** The words to look for; those of the text unless the list knows better. */
  words?: (text: string) => string[]
}

type RawRow = { id: string } & Record<string, string | number>

const BATCH = 1_000
/** The most ids that go into an address of the Data API. */
const IDS = 200

/** A page of a list, in the order its address asks for. */
export async function readPage<Filters extends ListQuery, Row extends { id: string }, Column extends string>(
  list: List<Filters, Row, Column>,
  ctx: CompanyContext,
  filters: Filters,
  limit = 50,
): Promise<Page<Row>> {
  const order = orderOf(list, filters.sort, list.usualOrder(filters))
  const turn = turnOf(filters, 2)
  const ascending = turn?.backwards ? !order.ascending : order.ascending
  const { data, error } = await select(list, ctx, filters, { ...order, ascending }, turn?.from).limit(
    limit + 1,
  )
  // A cursor of another order or of nobody's making: the first page instead of a refusal.
  if (error && turn) return readPage(list, ctx, { ...filters, after: undefined, before: undefined }, limit)
  if (error) throw fromPostgres(error)
  const cut = pageOf((data ?? []) as RawRow[], limit, (row) => cursorOf(row, order), turn)
  return { ...cut, rows: cut.rows.map((row) => list.row.parse(row)) }
}

/** Every row that matches, a batch at a time, so that a file can leave while the rest is still being read. */
export async function* readBatches<
  Filters extends ListQuery,
  Row extends { id: string },
  Column extends string,
>(list: List<Filters, Row, Column>, ctx: CompanyContext, filters: Filters): AsyncGenerator<Row[]> {
  const order = orderOf(list, filters.sort, list.usualOrder(filters))
  if (filters.id.length > 0) return yield* readNamed(list, ctx, filters, order)
  let from: Cursor | undefined
  for (;;) {
    const { data, error } = await select(list, ctx, filters, order, from).limit(BATCH)
    if (error) throw fromPostgres(error)
    const rows = (data ?? []) as RawRow[]
    yield rows.map((row) => list.row.parse(row))
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    from = cursorOf(last, order)
  }
}

/** The rows that are named one by one, in the order they are named in. */
async function* readNamed<Filters extends ListQuery, Row extends { id: string }, Column extends string>(
  list: List<Filters, Row, Column>,
  ctx: CompanyContext,
  filters: Filters,
  order: Order,
): AsyncGenerator<Row[]> {
  for (let nth = 0; nth < filters.id.length; nth += IDS) {
    const id = filters.id.slice(nth, nth + IDS)
    const { data, error } = await select(list, ctx, { ...filters, id }, order, undefined).limit(IDS)
    if (error) throw fromPostgres(error)
    const rows = new Map((data as RawRow[]).map((row) => [row.id, list.row.parse(row)]))
    yield id.flatMap((one) => rows.get(one) ?? [])
  }
}

function cursorOf(row: RawRow, order: Order): Cursor {
  return [row[order.column] ?? '', row.id]
}

function select<Filters extends ListQuery, Row extends { id: string }, Column extends string>(
  list: List<Filters, Row, Column>,
  ctx: CompanyContext,
  filters: Filters,
  { column, ascending }: Order,
  from: Cursor | undefined,
): ListSelect {
  const conditions = (list.words ?? searchWords)(filters.q).map((word) => anyContains(['searched'], word))
  if (from) conditions.push(afterRow([column, 'id'], from, ascending ? 'asc' : 'desc'))
  const query = list.select(ctx, filters)
  return (conditions.length > 0 ? query.or(allOf(conditions)) : query)
    .order(column, { ascending })
    .order('id', { ascending })
}
