import { type Lookup, namesFrom } from '@/lib/activity/named'
import type { CompanyContext } from '@/lib/core/context'
import { labelOf } from '@/lib/core/labels'

type Numbered = 'reservations' | 'contracts' | 'invoices' | 'damage_cases'

/** Records that are called by their number; a draft of an invoice has none yet. */
const numbered =
  (table: Numbered, place: string): Lookup =>
  (ctx, ids) => {
    const question = ctx.db.from(table).select('id, number').eq('company_id', ctx.companyId).in('id', ids)
    return namesFrom(question, ({ id, number }) =>
      number === null ? null : [id, { name: number, href: `/dashboard/${place}/${id}` }],
    )
  }

/** What the company sells, called in the reader's language. */
const translated =
  (table: 'vehicle_categories' | 'extras'): Lookup =>
  (ctx, ids) => {
    const question = ctx.db.from(table).select('id, names').eq('company_id', ctx.companyId).in('id', ids)
    return namesFrom(question, ({ id, names }) => [
      id,
      { name: labelOf(names, ctx.locale), href: '/dashboard/pricing' },
    ])
  }

export const contracts = numbered('contracts', 'contracts')
export const invoices = numbered('invoices', 'invoices')

const vehicles: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db.from('vehicles').select('id, plate').eq('company_id', ctx.companyId).in('id', ids),
    ({ id, plate }) => [id, { name: plate, href: `/dashboard/fleet/${id}` }],
  )

const customers: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db.from('customers').select('id, name').eq('company_id', ctx.companyId).in('id', ids),
    ({ id, name }) => [id, { name, href: `/dashboard/customers/${id}` }],
  )

const locations: Lookup = (ctx, ids) =>
  namesFrom(
    ctx.db.from('locations').select('id, name').eq('company_id', ctx.companyId).in('id', ids),
    ({ id, name }) => [id, { name, href: '/dashboard/settings/locations' }],
  )

/** People by their user id; the trail names memberships and actors by it. */
export function peopleNames(ctx: CompanyContext, ids: string[]): ReturnType<Lookup> {
  const question = ctx.db.from('profiles').select('user_id, full_name').in('user_id', ids)
  return namesFrom(question, ({ user_id, full_name }) => [user_id, { name: full_name, href: null }])
}

/** What stands by itself, by table. */
export const RECORD_NAMES: Record<string, Lookup> = {
  reservations: numbered('reservations', 'reservations'),
  contracts,
  invoices,
  damage_cases: numbered('damage_cases', 'fleet/damages'),
  vehicle_categories: translated('vehicle_categories'),
  extras: translated('extras'),
  vehicles,
  customers,
  locations,
  memberships: peopleNames,
}
