import { shiftDate } from '@/lib/core/dates'
import { roundToFiveRappen } from '@/lib/core/money'
import type { INVOICE_STATUSES, MANUAL_METHODS } from '@/lib/money/schema'

export type InvoiceStatus = (typeof INVOICE_STATUSES)[number] | 'draft'

/** An invoice past its due date is overdue at once, before the nightly run has marked it. */
export function standingOf(
  { status, dueOn }: { status: InvoiceStatus; dueOn: string },
  today: string,
): InvoiceStatus {
  const isLate = (status === 'open' || status === 'partially_paid') && dueOn < today
  return isLate ? 'overdue' : status
}

/** Whether money can still come in for it. */
export function isPayable({ status, openRappen }: { status: InvoiceStatus; openRappen: number }): boolean {
  return openRappen > 0 && status !== 'void' && status !== 'draft'
}

/** What settles an open amount: coins stop at five rappen, everything else pays to the rappen. */
export function settlingAmount(openRappen: number, method: (typeof MANUAL_METHODS)[number]): number {
  return method === 'cash' ? roundToFiveRappen(openRappen) : openRappen
}

const DAYS_AFTER_DUE = [7, 14, 28]

/** From which day the next reminder may go by hand; null for the first one, which goes as soon as the invoice is overdue. */
export function nextReminderFrom(dueOn: string, remindedOn: string[]): string | null {
  const last = remindedOn.at(-1)
  const days = DAYS_AFTER_DUE[remindedOn.length]
  if (last === undefined || days === undefined) return null
  const [byDueDate, byLast] = [shiftDate(dueOn, days), shiftDate(last, 7)]
  return byDueDate.localeCompare(byLast) > 0 ? byDueDate : byLast
}
