import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { formatMoney } from '@/lib/core/money'

/** What belongs to a record is called by it: a payment by its amount and invoice, a deposit by its contract. */
export type Named = [id: string, { name: string; href: string | null }]

type Numbered = { id: string; number: string | null } | null

const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(', ')
const at = (place: string, record: Numbered) => (record ? `/dashboard/${place}/${record.id}` : null)

export async function paymentNames(ctx: CompanyContext, ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const { data, error } = await ctx.db
    .from('payments')
    .select('id, amount_rappen, invoice:invoices(id, number), reservation:reservations(id, number)')
    .eq('company_id', ctx.companyId)
    .in('id', ids)
  if (error) throw fromPostgres(error)
  return data.map(({ id, amount_rappen, invoice, reservation }) => [
    id,
    {
      name: joined(formatMoney(amount_rappen), invoice?.number ?? reservation?.number),
      href: at('invoices', invoice) ?? at('reservations', reservation),
    },
  ])
}

export async function depositNames(ctx: CompanyContext, ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const { data, error } = await ctx.db
    .from('deposits')
    .select('id, amount_rappen, contract:contracts(id, number)')
    .eq('company_id', ctx.companyId)
    .in('id', ids)
  if (error) throw fromPostgres(error)
  return data.map(({ id, amount_rappen, contract }) => [
    id,
    {
      name: joined(formatMoney(amount_rappen), contract?.number),
      href: at('contracts', contract),
    },
  ])
}

export async function handoverNames(ctx: CompanyContext, ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const { data, error } = await ctx.db
    .from('handovers')
    .select('id, contract:contracts(id, number)')
    .eq('company_id', ctx.companyId)
    .in('id', ids)
  if (error) throw fromPostgres(error)
  return data.flatMap(({ id, contract }): Named[] =>
    contract ? [[id, { name: contract.number, href: at('contracts', contract) }]] : [],
  )
}

export async function maintenanceNames(ctx: CompanyContext, ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const { data, error } = await ctx.db
    .from('maintenance')
    .select('id, vehicle:vehicles(id, plate)')
    .eq('company_id', ctx.companyId)
    .in('id', ids)
  if (error) throw fromPostgres(error)
  return data.flatMap(({ id, vehicle }): Named[] =>
    vehicle ? [[id, { name: vehicle.plate, href: `/dashboard/fleet/${vehicle.id}` }]] : [],
  )
}

export async function driverNames(ctx: CompanyContext, ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const { data, error } = await ctx.db
    .from('drivers')
    .select('id, first_name, last_name, customer_id')
    .eq('company_id', ctx.companyId)
    .in('id', ids)
  if (error) throw fromPostgres(error)
  return data.map(({ id, first_name, last_name, customer_id }) => [
    id,
    { name: `${first_name} ${last_name}`, href: `/dashboard/customers/${customer_id}` },
  ])
}

export async function locationNames(ctx: CompanyContext, ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const { data, error } = await ctx.db
    .from('locations')
    .select('id, name')
    .eq('company_id', ctx.companyId)
    .in('id', ids)
  if (error) throw fromPostgres(error)
  return data.map(({ id, name }) => [id, { name, href: '/dashboard/settings/locations' }])
}
