import type Stripe from 'stripe'

/** Which of our records a Stripe object belongs to; written into its metadata when we make it. */
export type PaymentReference = { companyId: string; paymentId: string }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Our records in Stripe's words. */
export function toMetadata({ companyId, paymentId }: PaymentReference): Stripe.MetadataParam {
  return { company_id: companyId, payment_id: paymentId }
}

/** Stripe's words as our records; null for an object that we did not make. */
export function fromMetadata(metadata: Stripe.Metadata | null | undefined): PaymentReference | null {
  const { company_id: companyId, payment_id: paymentId } = metadata ?? {}
  return companyId && paymentId && UUID.test(companyId) && UUID.test(paymentId)
    ? { companyId, paymentId }
    : null
}

/** Which security deposit of ours a Stripe object belongs to; null for any other object. */
export type DepositReference = { companyId: string; depositId: string }

export function depositOf(metadata: Stripe.Metadata | null | undefined): DepositReference | null {
  const { company_id: companyId, deposit_id: depositId } = metadata ?? {}
  return companyId && depositId && UUID.test(companyId) && UUID.test(depositId)
    ? { companyId, depositId }
    : null
}

/** The id of something that Stripe gives as an id or in full. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === 'string' ? reference : (reference?.id ?? null)
}
