import type { CompanyContext } from '@/lib/core/context'
import { type CsvColumn, csvStream } from '@/lib/core/csv-stream'
import { localDateOf } from '@/lib/core/dates'
import { translatorFor } from '@/lib/core/i18n/messages'
import { columnsOf } from '@/lib/core/list'
import { type InvoiceColumn, type InvoiceRow, invoiceList } from '@/lib/money/queries/list'
import { standingOf } from '@/lib/money/rules'
import type { InvoiceFilters } from '@/lib/money/schema'
import { readBatches } from '@/lib/supabase/lists'

/** The invoices the filters leave, in the columns the list shows. */
export async function invoicesCsv(ctx: CompanyContext, filters: InvoiceFilters) {
  const [t, status] = await Promise.all([translatorFor(ctx.locale, 'money'), translatorFor(ctx.locale, 'ui')])
  const today = localDateOf(ctx.now(), ctx.timeZone)
  const column = (key: string, cell: CsvColumn<InvoiceRow>['cell']) => ({ head: t(`csv.${key}`), cell })
  const columns: Record<InvoiceColumn, CsvColumn<InvoiceRow>[]> = {
    number: [column('number', (row) => row.number)],
    status: [column('status', (row) => status(`status.invoice.${standingOf(row, today)}`))],
    customer: [column('customer', (row) => row.customer.name)],
    issued: [column('issued', (row) => row.issuedOn)],
    due: [column('due', (row) => row.dueOn)],
    total: [
      column('total', (row) => (row.totalRappen / 100).toFixed(2)),
      column('currency', (row) => row.currency),
    ],
    open: [column('open', (row) => (row.openRappen / 100).toFixed(2))],
    contract: [column('contract', (row) => row.contractNumber)],
  }
  const chosen = columnsOf(invoiceList, filters.columns).flatMap((key) => columns[key])
  return csvStream(chosen, readBatches(invoiceList, ctx, filters))
}
