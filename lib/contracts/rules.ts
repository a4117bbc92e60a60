import type { ContractStatus } from '@/lib/contracts/schema'
import { localDateOf } from '@/lib/core/dates'

/** Where a contract stands on the one scale of states: a running one may be due today or overdue. */
export function standingOf(
  { status, endsAt }: { status: ContractStatus; endsAt: string },
  now: Date,
  timeZone: string,
): ContractStatus | 'due' | 'overdue' {
  if (status !== 'active') return status
  const due = new Date(endsAt)
  if (due < now) return 'overdue'
  return localDateOf(due, timeZone) === localDateOf(now, timeZone) ? 'due' : 'active'
}

/**
 * The handovers of a rental by vehicle: how each went out, and how it came back; several where it was exchanged on the way.
 * They come in the order in which they began.
 */
export function legsOf<Side extends { kind: 'pickup' | 'exchange_back' | 'exchange_out' | 'return' }>(
  sides: Side[],
): { out: Side; back: Side | undefined }[] {
  const outs = sides.filter(({ kind }) => kind === 'pickup' || kind === 'exchange_out')
  // A return may have been begun before the last exchange.
  const backs = [
    ...sides.filter(({ kind }) => kind === 'exchange_back'),
    ...sides.filter(({ kind }) => kind === 'return'),
  ]
  return outs.map((out, nth) => ({ out, back: backs[nth] }))
}

export type NextStep = 'pickup' | 'return' | 'invoice' | 'deposit' | 'close' | null

/** What a contract waits for, in the order in which the database allows it. */
export function nextStepOf(contract: {
  status: ContractStatus
  billing: { isInvoiced: boolean }
  deposit: { status: string; isBeingHeld: boolean } | null
}): NextStep {
  const { status, billing, deposit } = contract
  if (status === 'draft' || status === 'signed') return 'pickup'
  if (status === 'active') return 'return'
  if (status !== 'returned') return null
  if (!billing.isInvoiced) return 'invoice'
  if (deposit && ['requested', 'held'].includes(deposit.status)) return 'deposit'
  // What Stripe is doing right now needs nobody; the contract closes when it is done.
  return deposit?.status === 'capturing' || deposit?.isBeingHeld ? null : 'close'
}

type Paid = { feesRappen: number; creditedRappen: number; paidRappen: number }

/**
 * What came upon a contract's total by reminders, what was credited and paid of it, and what is left: less than nothing
 * where too much was paid. Null where that is not to be told: a part of it alone is invoiced, or the invoice is for other
 * contracts too. A cancelled contract asks for nothing.
 */
export function paymentOf({
  status,
  totalRappen,
  prepaidRappen,
  billing: { invoices, isInvoiced },
}: {
  status: ContractStatus
  totalRappen: number
  prepaidRappen: number
  billing: { isInvoiced: boolean; invoices: (Paid & { id: string; isCollective: boolean })[] }
}): (Paid & { dueRappen: number }) | null {
  if (status === 'cancelled' || (invoices.length > 0 && !isInvoiced)) return null
  if (invoices.some(({ isCollective }) => isCollective)) return null
  const each = [...new Map(invoices.map((invoice) => [invoice.id, invoice])).values()]
  const sum = (name: keyof Paid) => each.reduce((total, invoice) => total + invoice[name], 0)
  const [feesRappen, creditedRappen] = [sum('feesRappen'), sum('creditedRappen')]
  const paidRappen = each.length > 0 ? sum('paidRappen') : prepaidRappen
  const dueRappen = totalRappen + feesRappen - creditedRappen - paidRappen
  return { feesRappen, creditedRappen, paidRappen, dueRappen }
}

/** Whether a deposit on a card waits for its customer: it was refused, has lapsed, or could not be renewed. As `private.needs_customer`. */
export function depositNeedsCustomer(
  status: ContractStatus,
  deposit: { method: string; status: string; failure: string | null },
): boolean {
  if (deposit.method !== 'card' || !['active', 'returned'].includes(status)) return false
  return (
    ['failed', 'lapsed'].includes(deposit.status) || (deposit.status === 'held' && deposit.failure !== null)
  )
}
