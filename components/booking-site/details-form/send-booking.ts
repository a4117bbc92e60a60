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
      /** What it costs with these answers, where that is another price than the one on the screen. */
      price?: { totalRappen: number; bookingDepositRappen: number }
    }
  | { kind: 'offline' }

type Answer = {
  success: boolean
  data?: { reservation: { token: string }; checkoutUrl: string | null }
  error?: {
    code: string
    message: string
    requestId: string
    details: {
      fields?: Record<string, string>
      alternatives?: Alternative[]
      total_rappen?: number
      booking_deposit_rappen?: number
    }
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
  voucher_void: 'voucherCode',
  voucher_used_up: 'voucherCode',
  voucher_expired: 'voucherCode',
}

/** Sends the booking; sending it again with the same key makes no second one. */
export async function sendBooking(body: string, idempotencyKey: string): Promise<BookingReply> {
  let answer: Answer
  let isFault = false
  try {
    const response = await fetch('/api/reservations', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
      body,
    })
    answer = await response.json()
    isFault = response.status >= 500
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
  const { total_rappen: totalRappen, booking_deposit_rappen: bookingDepositRappen } = details
  return {
    kind: 'refused',
    message,
    fields,
    // Whoever can mend it by themselves needs nobody to look it up.
    requestId: isFault ? requestId : '',
    ...(code === 'price_changed' &&
      totalRappen !== undefined &&
      bookingDepositRappen !== undefined && { price: { totalRappen, bookingDepositRappen } }),
  }
}
