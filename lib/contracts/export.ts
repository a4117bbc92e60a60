import { type ContractColumn, type ContractRow, contractList } from '@/lib/contracts/queries/list'
import { standingOf } from '@/lib/contracts/rules'
import type { ContractFilters } from '@/lib/contracts/schema'
import type { CompanyContext } from '@/lib/core/context'
import { type CsvColumn, csvStream } from '@/lib/core/csv-stream'
import { localTimeOf } from '@/lib/core/dates'
import { translatorFor } from '@/lib/core/i18n/messages'
import { columnsOf } from '@/lib/core/list'
import { readBatches } from '@/lib/supabase/lists'

/** The contracts the filters leave, in the columns the list shows; times are those of the company's clock. */
export async function contractsCsv(ctx: CompanyContext, filters: ContractFilters) {
  const [t, status] = await Promise.all([
    translatorFor(ctx.locale, 'contracts'),
    translatorFor(ctx.locale, 'ui'),
  ])
  const time = (instant: string) => localTimeOf(new Date(instant), ctx.timeZone).replace('T', ' ')
  const column = (key: string, cell: CsvColumn<ContractRow>['cell']) => ({ head: t(`csv.${key}`), cell })
  const columns: Record<ContractColumn, CsvColumn<ContractRow>[]> = {
    number: [column('number', (row) => row.number)],
    status: [
      column('status', (row) => status(`status.contract.${standingOf(row, ctx.now(), ctx.timeZone)}`)),
    ],
    customer: [column('customer', (row) => row.customer.name)],
    vehicle: [
      column('plate', ({ vehicle }) => vehicle.plate),
      column('vehicle', ({ vehicle }) => `${vehicle.make} ${vehicle.model}`),
    ],
    from: [column('from', (row) => time(row.outAt))],
    to: [column('to', (row) => time(row.overAt))],
    total: [
      column('total', (row) => (row.totalRappen / 100).toFixed(2)),
      column('currency', (row) => row.currency),
    ],
    made: [column('made', (row) => time(row.createdAt))],
  }
  const chosen = columnsOf(contractList, filters.columns).flatMap((key) => columns[key])
  return csvStream(chosen, readBatches(contractList, ctx, filters))
}
