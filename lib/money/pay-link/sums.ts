import type { LinkedInvoice } from '@/lib/money/pay-link/queries'

/** What leads from the total to what is open, so that a reader can add it up; a line that is nothing is left out. */
export function sumsOf(invoice: LinkedInvoice) {
  const { totalRappen, feesRappen, creditedRappen, paidRappen, openRappen } = invoice
  const underWay = totalRappen + feesRappen - creditedRappen - paidRappen - openRappen
  const sums = [
    ['total', totalRappen],
    ['fees', feesRappen],
    ['credited', -creditedRappen],
    ['alreadyPaid', -paidRappen],
    // A cancelled invoice is owed by nobody, whatever is left of it.
    ['underWay', invoice.status === 'void' ? 0 : -underWay],
  ] as const
  return sums.filter(([name, amountRappen]) => name === 'total' || amountRappen !== 0)
}
