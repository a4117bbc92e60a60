import { cronRoute } from '@/lib/core/cron-route'
import {
  expireVouchers,
  issueMonthlyInvoices,
  markOverdueInvoices,
  reviveCharges,
  sendDueReminders,
} from '@/lib/core/sweeps'

/** Issues the invoices of a month that is over, marks those past their due date, reminds of those that wait for long, takes up charges that were lost on the way, and lets vouchers expire. */
export const GET = cronRoute(async (requestId) => ({
  monthly: await issueMonthlyInvoices(requestId),
  overdue: await markOverdueInvoices(requestId),
  revivedCharges: await reviveCharges(requestId),
  vouchers: await expireVouchers(requestId),
  reminders: await sendDueReminders(requestId),
}))
export const POST = GET
