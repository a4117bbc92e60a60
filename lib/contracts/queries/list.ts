import type { ContractFilters } from '@/lib/contracts/schema'
import type { CompanyContext } from '@/lib/core/context'
import { type Page, pageOf, turnOf } from '@/lib/core/cursor'
import { fromPostgres } from '@/lib/core/errors'
import { afterRow, allOf, anyContains, anyOf, isOneOf, searchWords } from '@/lib/supabase/filters'

export type ContractRow = ReturnType<typeof toRow>

/** Contracts, the latest first; the search looks through numbers, customers and vehicles. */
export async function listContracts(
  ctx: CompanyContext,
  filters: ContractFilters,
  limit = 50,
): Promise<Page<ContractRow>> {
  const turn = turnOf(filters, 2)
  const direction = turn?.backwards ? 'asc' : 'desc'
  let query = selectContracts(ctx)
  const statuses = filters.status.filter((status) => status !== 'overdue')
  if (filters.status.includes('overdue')) {
    query = query.eq('status', 'active').lt('ends_at', ctx.now().toISOString())
  } else if (statuses.length > 0) query = query.in('status', statuses)
  const conditions = await searchConditions(ctx, filters.q)
  if (turn) conditions.push(afterRow(['created_at', 'id'], turn.from, direction))
  if (conditions.length > 0) query = query.or(allOf(conditions))
  const ascending = direction === 'asc'
  const { data, error } = await query
    .order('created_at', { ascending })
    .order('id', { ascending })
    .limit(limit + 1)
  if (error) throw fromPostgres(error)
  const cut = pageOf(data, limit, (row) => [row.created_at, row.id], turn)
  return { ...cut, rows: cut.rows.map(toRow) }
}

/** A filter cannot reach over tables, so names and plates are looked up first; thirty of each are enough. */
async function searchConditions(ctx: CompanyContext, text: string): Promise<string[]> {
  const words = searchWords(text)
  if (words.length === 0) return []
  const contains = (columns: string[]) => allOf(words.map((word) => anyContains(columns, word)))
  const [customers, vehicles] = await Promise.all([
    ctx.db
      .from('customers')
      .select('id')
      .eq('company_id', ctx.companyId)
      .or(contains(['name', 'email']))
      .limit(30),
    ctx.db
      .from('vehicles')
      .select('id')
      .eq('company_id', ctx.companyId)
      .or(contains(['plate', 'make', 'model']))
      .limit(30),
  ])
  if (customers.error) throw fromPostgres(customers.error)
  if (vehicles.error) throw fromPostgres(vehicles.error)
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return [
    anyOf([
      anyContains(['number'], words.join('')),
      isOneOf('customer_id', idsOf(customers.data)),
      isOneOf('vehicle_id', idsOf(vehicles.data)),
    ]),
  ]
}

function selectContracts(ctx: CompanyContext) {
  return ctx.db
    .from('contracts')
    .select(
      `id, number, status, starts_at, ends_at, returned_at, created_at, currency,
      customer:customers(id, name), vehicle:vehicles(id, plate, make, model), lines:contract_lines(amount_rappen)`,
    )
    .eq('company_id', ctx.companyId)
}

type SelectedContract = NonNullable<Awaited<ReturnType<typeof selectContracts>>['data']>[number]

function toRow(row: SelectedContract) {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    returnedAt: row.returned_at,
    currency: row.currency,
    totalRappen: row.lines.reduce((sum, line) => sum + line.amount_rappen, 0),
    customer: row.customer,
    vehicle: row.vehicle,
  }
}
