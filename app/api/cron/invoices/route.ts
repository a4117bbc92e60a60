import { cronRoute } from '@/lib/core/cron-route'
import { markOverdueInvoices, sendDueReminders } from '@/lib/core/sweeps'

/** Marks invoices past their due date and reminds of those that wait for long. */
export const GET = cronRoute(async (requestId) => ({
  overdue: await markOverdueInvoices(requestId),
  reminders: await sendDueReminders(requestId),
}))
export const POST = GET
