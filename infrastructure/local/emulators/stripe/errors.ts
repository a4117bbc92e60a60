/** An answer in Stripe's error shape; the SDK turns it into its own error classes by `type`. */
export class StripeApiError extends Error {
  readonly status: number
  readonly detail: StripeErrorDetail

  constructor(status: number, detail: StripeErrorDetail) {
    super(detail.message)
    this.status = status
    this.detail = detail
  }

  toResponse(): Response {
    const documentation = this.detail.code
      ? { doc_url: `https://stripe.com/docs/error-codes/${this.detail.code}` }
      : {}
    return Response.json({ error: { ...this.detail, ...documentation } }, { status: this.status })
  }
}

export interface StripeErrorDetail {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'
  message: string
  code?: string
  decline_code?: string
  param?: string
  charge?: string
  payment_intent?: unknown
  setup_intent?: unknown
  payment_method?: unknown
}

/** A request that can never work as it is: 400. */
export function invalidRequest(message: string, code?: string, param?: string): StripeApiError {
  return new StripeApiError(400, {
    type: 'invalid_request_error',
    message,
    ...(code ? { code } : {}),
    ...(param ? { param } : {}),
  })
}

/** An id that does not exist, or not in this account: 404. */
export function resourceMissing(kind: string, id: string, param = 'id'): StripeApiError {
  const name = kind.replace(/[._]/g, ' ').trim()
  return new StripeApiError(404, {
    type: 'invalid_request_error',
    message: `No such ${name}: '${id}'`,
    code: 'resource_missing',
    param,
  })
}
