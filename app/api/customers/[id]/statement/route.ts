import { z } from 'zod'
import { csvFile } from '@/app/api/csv-file'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { statementCsv } from '@/lib/money/statement/queries'
import { StatementPeriod } from '@/lib/money/statement/schema'

/** A customer's statement of account as CSV: `?from=&until=`. */
export const GET = apiRoute(
  { query: StatementPeriod, permission: 'contracts.see' },
  async ({ ctx, query, params }) =>
    csvFile(
      `statement-${query.from}-${query.until}`,
      await statementCsv(ctx, parseInput(z.uuid(), params.id), query),
    ),
)
