import type Stripe from 'stripe'

/** Which of our records a Stripe object belongs to; written into its metadata when we make it. */
export type PaymentReference = { companyId: string; paymentId: string }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** One hold of a security deposit of ours on a card. */
export type HoldReference = { companyId: string; depositId: string; holdId: string }

/** Our records in Stripe's words. */
export function toMetadata(reference: PaymentReference | HoldReference): Stripe.MetadataParam {
  const { companyId } = reference
  return 'holdId' in reference
    ? { company_id: companyId, deposit_id: reference.depositId, hold_id: reference.holdId }
    : { company_id: companyId, payment_id: reference.paymentId }
}

/** Stripe's words as our records; null for an object that we did not make. */
export function fromMetadata(metadata: Stripe.Metadata | null | undefined): PaymentReference | null {
  const { company_id: companyId, payment_id: paymentId } = metadata ?? {}
  return isId(companyId) && isId(paymentId) ? { companyId, paymentId } : null
}

/** Which hold of ours a Stripe object belongs to; null for any other object. */
export function holdOf(metadata: Stripe.Metadata | null | undefined): HoldReference | null {
  const { company_id: companyId, deposit_id: depositId, hold_id: holdId } = metadata ?? {}
  return isId(companyId) && isId(depositId) && isId(holdId) ? { companyId, depositId, holdId } : null
}

/** Which company's record a Stripe object belongs to, payment or hold; null for an object that we did not make. */
export function referenceOf(metadata: Stripe.Metadata | null | undefined): { companyId: string } | null {
  return fromMetadata(metadata) ?? holdOf(metadata)
}

function isId(value: string | undefined): value is string {
  return value !== undefined && UUID.test(value)
}

/** What is kept of a charge: the card for the eye, and what was taken of it before it reaches the company. */
export function chargeFacts(charge: Stripe.Charge) {
  const { card } = charge.payment_method_details ?? {}
  const balance = typeof charge.balance_transaction === 'object' ? charge.balance_transaction : null
  const taken = (type: string) =>
    balance?.fee_details.filter((fee) => fee.type === type).reduce((sum, fee) => sum + fee.amount, 0) ?? 0
  const platform = taken('application_fee')
  return {
    id: charge.id,
    ...(card && { brand: card.brand, last4: card.last4 }),
    ...(balance && {
      balance_transaction: balance.id,
      currency: balance.currency,
      fee_rappen: balance.fee - platform,
      application_fee_rappen: platform,
    }),
  }
}

/** What is kept of a dispute: what is contested, what Stripe has taken for it so far, and until when evidence is taken. */
export function disputeFacts(dispute: Stripe.Dispute) {
  const withdrawn = dispute.balance_transactions.reduce((sum, { amount }) => sum - Math.min(amount, 0), 0)
  return {
    id: dispute.id,
    status: dispute.status,
    reason: dispute.reason,
    amount_rappen: dispute.amount,
    currency: dispute.currency,
    withdrawn_rappen: withdrawn,
    fee_rappen: dispute.balance_transactions.reduce((sum, { fee }) => sum + fee, 0),
    ...(dispute.evidence_details.due_by && { evidence_due_at: instantOf(dispute.evidence_details.due_by) }),
    opened_at: instantOf(dispute.created),
  }
}

/** What is kept of a payout. */
export function payoutFacts(payout: Stripe.Payout) {
  return {
    id: payout.id,
    status: payout.status,
    amount_rappen: payout.amount,
    currency: payout.currency,
    arrives_on: instantOf(payout.arrival_date).slice(0, 10),
    ...(payout.failure_message && { failure: payout.failure_message }),
    paid_out_at: instantOf(payout.created),
  }
}

/** What is kept of something that moved on the balance. */
export function movementFacts(entry: Stripe.BalanceTransaction) {
  return {
    id: entry.id,
    kind: entry.type,
    source: idOf(entry.source),
    amount_rappen: entry.amount,
    fee_rappen: entry.fee,
    currency: entry.currency,
    moved_at: instantOf(entry.created),
  }
}

function instantOf(seconds: number): string {
  return new Date(seconds * 1_000).toISOString()
}

/** The id of something that Stripe gives as an id or in full. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === 'string' ? reference : (reference?.id ?? null)
}
