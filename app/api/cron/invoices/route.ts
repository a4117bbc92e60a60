import { cronRoute } from '@/lib/core/cron-route'
import { markOverdueInvoices } from '@/lib/core/sweeps'

/** Marks invoices past their due date. */
export const GET = cronRoute(async (requestId) => ({ overdue: await markOverdueInvoices(requestId) }))
export const POST = GET
