import type { CompanyContext } from '@/lib/core/context'
import { type CsvColumn, csvStream } from '@/lib/core/csv-stream'
import { localDateOf } from '@/lib/core/dates'
import { translatorFor } from '@/lib/core/i18n/messages'
import { columnsOf } from '@/lib/core/list'
import { type CustomerColumn, type CustomerRow, customerList } from '@/lib/customers/list'
import type { CustomerFilters } from '@/lib/customers/schema'
import { readBatches } from '@/lib/supabase/lists'

/** The customers the filters leave, in the columns the list shows. */
export async function customersCsv(ctx: CompanyContext, filters: CustomerFilters) {
  const t = await translatorFor(ctx.locale, 'customers')
  const column = (key: string, cell: CsvColumn<CustomerRow>['cell']) => ({ head: t(`csv.${key}`), cell })
  const columns: Record<CustomerColumn, CsvColumn<CustomerRow>[]> = {
    name: [
      column('name', (row) => row.name),
      column('kind', (row) => t(`form.${row.kind}`)),
      column('blocked', (row) => (row.isBlocked ? t('blocked') : '')),
    ],
    number: [column('number', (row) => row.number)],
    phone: [column('phone', (row) => row.phone)],
    email: [column('email', (row) => row.email)],
    town: [column('postalCode', (row) => row.postalCode), column('town', (row) => row.town)],
    tags: [column('tags', (row) => row.tags.join(', '))],
    language: [column('language', (row) => row.language)],
    since: [column('since', (row) => localDateOf(new Date(row.createdAt), ctx.timeZone))],
  }
  const chosen = columnsOf(customerList, filters.columns).flatMap((key) => columns[key])
  return csvStream(chosen, readBatches(customerList, ctx, filters))
}
