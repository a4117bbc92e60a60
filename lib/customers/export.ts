import type { CompanyContext } from '@/lib/core/context'
import { toCsv } from '@/lib/core/csv'
import { localDateOf } from '@/lib/core/dates'
import { translatorFor } from '@/lib/core/i18n/messages'
import { listAllCustomers } from '@/lib/customers/queries'
import type { CustomerFilters } from '@/lib/customers/schema'

const COLUMNS = [
  'number',
  'kind',
  'name',
  'email',
  'phone',
  'postalCode',
  'town',
  'language',
  'blocked',
  'since',
]

/** The customers as CSV. */
export async function customersCsv(ctx: CompanyContext, filters: CustomerFilters): Promise<string> {
  const [customers, t] = await Promise.all([
    listAllCustomers(ctx, filters),
    translatorFor(ctx.locale, 'customers'),
  ])
  return toCsv(
    COLUMNS.map((column) => t(`csv.${column}`)),
    customers.map((customer) => [
      customer.number,
      t(`form.${customer.kind}`),
      customer.name,
      customer.email,
      customer.phone,
      customer.postalCode,
      customer.town,
      customer.language,
      customer.isBlocked ? t('blocked') : '',
      localDateOf(new Date(customer.createdAt), ctx.timeZone),
    ]),
  )
}
