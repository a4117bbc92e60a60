/** A vehicle offered instead of the one that was just taken. */
export type Alternative = { vehicleId: string; make: string; model: string; totalRappen: number }

/** What became of a booking. */
export type BookingReply =
  | { kind: 'booked'; page: string; next: string }
  | { kind: 'gone'; alternatives: Alternative[] }
  | {
      kind: 'refused'
      message: string
      fields: Record<string, string>
      requestId: string
      totalRappen?: number
    }
  | { kind: 'offline' }

type Answer = {
  success: boolean
  data?: { reservation: { token: string }; checkoutUrl: string | null }
  error?: {
    code: string
    message: string
    requestId: string
    details: { fields?: Record<string, string>; alternatives?: Alternative[]; total_rappen?: number }
  }
}

/** Refusals that are about one answer of the form. */
const FIELD_BY_CODE: Record<string, string> = {
  driver_too_young: 'customer.birthDate',
  licence_category: 'licence.category',
  licence_too_short: 'licence.since',
  licence_since_missing: 'licence.since',
  licence_expired: 'licence.expiresOn',
  voucher_unknown: 'voucherCode',
  voucher_used_up: 'voucherCode',
  voucher_expired: 'voucherCode',
}

/** Sends the booking; sending it again with the same key makes no second one. */
export async function sendBooking(body: string, idempotencyKey: string): Promise<BookingReply> {
  let answer: Answer
  try {
    const response = await fetch('/api/reservations', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
      body,
    })
    answer = await response.json()
  } catch {
    return { kind: 'offline' }
  }
  if (answer.data) {
    const { reservation, checkoutUrl } = answer.data
    const page = `/portal/${reservation.token}`
    return { kind: 'booked', page, next: checkoutUrl ?? page }
  }
  const { code, message, requestId, details } = answer.error as NonNullable<Answer['error']>
  if (code === 'not_available') return { kind: 'gone', alternatives: details.alternatives ?? [] }
  const field = FIELD_BY_CODE[code]
  const fields = field ? { [field]: message } : (details.fields ?? {})
  const total = code === 'price_changed' && details.total_rappen
  return { kind: 'refused', message, fields, requestId, ...(total && { totalRappen: total }) }
}
