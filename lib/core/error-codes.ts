/**
 * Every code the product answers with, and its HTTP status. A code from the database that is not listed here
 * keeps the status the database gave it. The sentence for people is in messages/<locale>/errors.json.
 */
export const STATUS_BY_CODE = {
  invalid_json: 400,
  invalid_signature: 400,
  wrong_mode: 400,
  invalid_input: 422,
  not_signed_in: 401,
  invalid_credentials: 401,
  email_not_confirmed: 403,
  forbidden: 403,
  wrong_origin: 403,
  wrong_company: 403,
  no_company: 403,
  append_only: 403,
  invitation_for_another: 403,
  not_found: 404,
  unknown_company: 404,
  invitation_invalid: 404,
  link_expired: 404,
  not_available: 409,
  invalid_transition: 409,
  already_exists: 409,
  reservation_not_begun: 409,
  vehicle_still_out: 409,
  invitation_accepted: 409,
  slug_taken: 409,
  slug_invalid: 422,
  sign_up_refused: 422,
  still_referenced: 409,
  not_sealed_yet: 409,
  too_large: 413,
  weak_password: 422,
  idempotency_key_reused: 422,
  company_is_immutable: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof STATUS_BY_CODE
