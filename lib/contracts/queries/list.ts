import type { ContractFilters } from '@/lib/contracts/schema'
import type { CompanyContext } from '@/lib/core/context'
import { type Page, pageOf, turnOf } from '@/lib/core/cursor'
import { fromPostgres } from '@/lib/core/errors'
import { afterRow, anyContains, searchWords } from '@/lib/supabase/filters'

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
  const search = await searchFilter(ctx, filters.q)
  if (search) query = query.or(search)
  if (turn) query = query.or(afterRow(['created_at', 'id'], turn.from, direction))
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
async function searchFilter(ctx: CompanyContext, text: string): Promise<string | null> {
  const words = searchWords(text)
  if (words.length === 0) return null
  let customers = ctx.db.from('customers').select('id').eq('company_id', ctx.companyId).limit(30)
  let vehicles = ctx.db.from('vehicles').select('id').eq('company_id', ctx.companyId).limit(30)
  for (const word of words) {
    customers = customers.or(anyContains(['name', 'email'], word))
    vehicles = vehicles.or(anyContains(['plate', 'make', 'model'], word))
  }
  const [byCustomer, byVehicle] = await Promise.all([customers, vehicles])
  if (byCustomer.error) throw fromPostgres(byCustomer.error)
  if (byVehicle.error) throw fromPostgres(byVehicle.error)
  const among = (column: string, rows: { id: string }[]) =>
    rows.length > 0 ? [`${column}.in.(${rows.map(({ id }) => id).join(',')})`] : []
  return [
    anyContains(['number'], words.join('')),
    ...among('customer_id', byCustomer.data),
    ...among('vehicle_id', byVehicle.data),
  ].join(',')
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
