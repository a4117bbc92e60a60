/** How taking an amount from the card on file went: under way, done, or refused. */
export type CardCharge = {
  status: 'pending' | 'failed' | 'done'
  failure: string | null
  last4: string | null
}

type PaymentRow = {
  status: string
  off_session: boolean
  failure: string | null
  card_last4: string | null
  created_at: string
}

/** The latest attempt to take an invoice's amount from the card on file; null where there was none, or it was paid otherwise. */
export function latestCharge(payments: PaymentRow[]): CardCharge | null {
  const charge = payments
    .filter((payment) => payment.off_session && payment.failure !== 'superseded')
    .sort((one, other) => one.created_at.localeCompare(other.created_at))
    .at(-1)
  if (!charge) return null
  const status = charge.status === 'pending' || charge.status === 'failed' ? charge.status : 'done'
  return { status, failure: charge.failure, last4: charge.card_last4 }
}
