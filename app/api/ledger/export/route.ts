import { csvFile } from '@/app/api/csv-file'
import { apiRoute } from '@/lib/core/route'
import { accountingCsv } from '@/lib/money/accounting/export'
import { AccountingExport } from '@/lib/money/accounting/schema'

/** The books of a period for an accounting program: `?from=&until=&format=bexio`. */
export const GET = apiRoute({ query: AccountingExport, permission: 'data.export' }, async ({ ctx, query }) =>
  csvFile(`${query.format}-${query.from}-${query.until}`, await accountingCsv(ctx, query)),
)
