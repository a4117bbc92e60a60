import type { CompanyContext } from '@/lib/core/context'
import { type Page, pageOf, turnOf } from '@/lib/core/cursor'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { isUuid } from '@/lib/core/ids'
import type { CustomerFilters } from '@/lib/customers/schema'
import { allRows } from '@/lib/supabase/all-rows'
import { afterRow, allOf, anyContains, searchWords } from '@/lib/supabase/filters'

const SEARCHED = ['name', 'email', 'phone', 'number', 'town'] as const

/** A row of the list of customers. */
export type CustomerRow = ReturnType<typeof toRow>
/** A customer with everything their page tells. */
export type CustomerDetail = ReturnType<typeof toDetail>

/** Customers by name, narrowed by the filters. */
export async function listCustomers(
  ctx: CompanyContext,
  filters: CustomerFilters,
  limit = 50,
): Promise<Page<CustomerRow>> {
  const turn = turnOf(filters, 2)
  const ascending = !turn?.backwards
  const beyond = turn ? [afterRow(['name', 'id'], turn.from, ascending ? 'asc' : 'desc')] : []
  const { data, error } = await selectMatching(ctx, filters, beyond)
    .order('name', { ascending })
    .order('id', { ascending })
    .limit(limit + 1)
  if (error) throw fromPostgres(error)
  const page = pageOf(data, limit, (row) => [row.name, row.id], turn)
  return { ...page, rows: page.rows.map(toRow) }
}

/** Every customer that matches, for an export. */
export async function listAllCustomers(
  ctx: CompanyContext,
  filters: CustomerFilters,
): Promise<CustomerRow[]> {
  const rows = await allRows((from, to) =>
    selectMatching(ctx, filters).order('name').order('id').range(from, to),
  )
  return rows.map(toRow)
}

/**
 * One customer with their drivers.
 * @throws AppError `not_found`
 */
export async function getCustomer(ctx: CompanyContext, id: string): Promise<CustomerDetail> {
  if (!isUuid(id)) throw new AppError('not_found')
  const { data, error } = await selectCustomer(ctx, id)
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  return toDetail(data)
}

function selectMatching(ctx: CompanyContext, filters: CustomerFilters, beyond: string[] = []) {
  let query = selectCustomers(ctx)
  if (filters.blocked) query = query.not('blocked_at', 'is', null)
  const conditions = [...wordsOf(filters.q).map((word) => anyContains(SEARCHED, word)), ...beyond]
  return conditions.length > 0 ? query.or(allOf(conditions)) : query
}

/** A telephone number is one word however it is typed: it is kept internationally, so a leading zero is left out. */
function wordsOf(text: string): string[] {
  if (!/^[+\d][\d\s()/.-]{5,}$/.test(text)) return searchWords(text)
  return [text.replace(/\D/g, '').replace(/^0+/, '')]
}

function selectCustomers(ctx: CompanyContext) {
  return ctx.db
    .from('customers')
    .select('id, number, kind, name, email, phone, postal_code, town, language, blocked_at, created_at')
    .eq('company_id', ctx.companyId)
    .is('deleted_at', null)
}

function selectCustomer(ctx: CompanyContext, id: string) {
  return ctx.db
    .from('customers')
    .select('*, drivers!drivers_company_id_customer_id_fkey(*)')
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .is('deleted_at', null)
    .maybeSingle()
}

type ListedCustomer = NonNullable<Awaited<ReturnType<typeof selectCustomers>>['data']>[number]
type SelectedCustomer = NonNullable<Awaited<ReturnType<typeof selectCustomer>>['data']>

function toRow(row: ListedCustomer) {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    name: row.name,
    email: row.email,
    phone: row.phone,
    postalCode: row.postal_code,
    town: row.town,
    language: row.language,
    isBlocked: row.blocked_at !== null,
    createdAt: row.created_at,
  }
}

function toDetail(row: SelectedCustomer) {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    name: row.name,
    firstName: row.first_name,
    lastName: row.last_name,
    firmName: row.firm_name,
    email: row.email,
    phone: row.phone,
    street: row.street,
    houseNumber: row.house_number,
    postalCode: row.postal_code,
    town: row.town,
    country: row.country,
    language: row.language,
    birthDate: row.birth_date,
    notes: row.notes,
    hasCard: row.payment_method_id !== null,
    blockedAt: row.blocked_at,
    blockedReason: row.blocked_reason,
    createdAt: row.created_at,
    drivers: row.drivers.map((driver) => ({
      id: driver.id,
      name: `${driver.first_name} ${driver.last_name}`,
      birthDate: driver.birth_date,
      licenceNumber: driver.licence_number,
      licenceCategories: driver.licence_categories,
      licenceExpiresOn: driver.licence_expires_on,
      verifiedAt: driver.verified_at,
    })),
  }
}
