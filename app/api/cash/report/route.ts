import { pdfFile } from '@/app/api/pdf-file'
import { apiRoute } from '@/lib/core/route'
import { cashReport } from '@/lib/money/cash/report'
import { CashDay } from '@/lib/money/cash/schema'

/** The end-of-day report of a till as PDF: `?location=&day=`. */
export const GET = apiRoute({ query: CashDay, permission: 'money.see' }, async ({ ctx, query }) =>
  pdfFile(await cashReport(ctx, query)),
)
