import type { CompanyContext } from '@/lib/core/context'
import { type Page, pageOf, turnOf } from '@/lib/core/cursor'
import { fromPostgres } from '@/lib/core/errors'
import type { InvoiceFilters } from '@/lib/money/schema'
import { afterRow, allOf, anyContains, anyOf, isOneOf, searchWords } from '@/lib/supabase/filters'

export type InvoiceRow = ReturnType<typeof toRow>

/** Invoices, the latest first; the search looks through numbers and customers. */
export async function listInvoices(
  ctx: CompanyContext,
  filters: InvoiceFilters,
  limit = 50,
): Promise<Page<InvoiceRow>> {
  const turn = turnOf(filters, 2)
  const direction = turn?.backwards ? 'asc' : 'desc'
  let query = selectInvoices(ctx)
  if (filters.status.length > 0) query = query.in('status', filters.status)
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

async function searchConditions(ctx: CompanyContext, text: string): Promise<string[]> {
  const words = searchWords(text)
  if (words.length === 0) return []
  const { data, error } = await ctx.db
    .from('customers')
    .select('id')
    .eq('company_id', ctx.companyId)
    .or(allOf(words.map((word) => anyContains(['name', 'email'], word))))
    .limit(30)
  if (error) throw fromPostgres(error)
  const customerIds = data.map(({ id }) => id)
  return [anyOf([anyContains(['number', 'reference'], words.join('')), isOneOf('customer_id', customerIds)])]
}

function selectInvoices(ctx: CompanyContext) {
  return ctx.db
    .from('invoices')
    .select(
      `id, number, status, issued_on, due_on, total_rappen, paid_rappen, currency, created_at,
      customer:customers(id, name), contract:contracts(id, number)`,
    )
    .eq('company_id', ctx.companyId)
}

type SelectedInvoice = NonNullable<Awaited<ReturnType<typeof selectInvoices>>['data']>[number]

function toRow(row: SelectedInvoice) {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    totalRappen: row.total_rappen,
    openRappen: row.total_rappen - row.paid_rappen,
    currency: row.currency,
    customer: row.customer,
    contract: row.contract,
  }
}
