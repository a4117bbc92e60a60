import { csvFile } from '@/app/api/csv-file'
import { apiRoute } from '@/lib/core/route'
import { cashBookCsv } from '@/lib/money/cash/export'
import { CashPeriod } from '@/lib/money/cash/schema'

/** A till's cash book as CSV: `?location=&from=&until=`. */
export const GET = apiRoute({ query: CashPeriod, permission: 'money.see' }, async ({ ctx, query }) =>
  csvFile(`cash-${query.from}-${query.until}`, await cashBookCsv(ctx, query)),
)
