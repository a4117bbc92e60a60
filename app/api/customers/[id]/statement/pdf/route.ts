import { z } from 'zod'
import { pdfFile } from '@/app/api/pdf-file'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { statementFile } from '@/lib/money/statement/queries'
import { StatementPeriod } from '@/lib/money/statement/schema'

/** A customer's statement of account as PDF, in their language: `?from=&until=`. */
export const GET = apiRoute(
  { query: StatementPeriod, permission: 'contracts.see' },
  async ({ ctx, query, params }) => pdfFile(await statementFile(ctx, parseInput(z.uuid(), params.id), query)),
)
