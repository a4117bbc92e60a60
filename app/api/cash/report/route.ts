import { apiRoute } from '@/lib/core/route'
import { cashReport } from '@/lib/money/cash/report'
import { CashDay } from '@/lib/money/cash/schema'

/** The end-of-day report of a till as PDF: `?location=&day=`. */
export const GET = apiRoute({ query: CashDay, permission: 'payments.take' }, async ({ ctx, query }) => {
  const { name, bytes } = await cashReport(ctx, query)
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})
