/** Stripe's word for where a dispute stands. */
export type DisputeStatus =
  | 'warning_needs_response'
  | 'warning_under_review'
  | 'warning_closed'
  | 'needs_response'
  | 'under_review'
  | 'won'
  | 'lost'
  | 'prevented'

/** A payment that its cardholder contests. */
export type CardDispute = ReturnType<typeof toDispute>

/** A dispute as it is read with its payment. */
export function toDispute(row: {
  id: string
  status: string
  amount_rappen: number
  evidence_due_at: string | null
}) {
  return {
    id: row.id,
    status: row.status as DisputeStatus,
    amountRappen: row.amount_rappen,
    evidenceDueAt: row.evidence_due_at,
  }
}

/** What is contested, or was lost, the bank gives back or keeps: nothing is refunded beside it. */
export function isContested(disputes: CardDispute[]): boolean {
  return disputes.some(({ status }) => ['needs_response', 'under_review', 'lost'].includes(status))
}
