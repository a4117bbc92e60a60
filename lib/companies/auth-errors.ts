import type { ErrorCode } from '@/lib/core/error-codes'
import { AppError } from '@/lib/core/errors'
import type { AuthFailure } from '@/lib/supabase/client'

const CODE: Record<string, ErrorCode> = {
  invalid_credentials: 'invalid_credentials',
  user_banned: 'invalid_credentials',
  email_not_confirmed: 'email_not_confirmed',
  weak_password: 'weak_password',
  otp_expired: 'link_expired',
  over_request_rate_limit: 'rate_limited',
  over_email_send_rate_limit: 'rate_limited',
  session_not_found: 'not_signed_in',
  user_already_exists: 'sign_up_refused',
  email_exists: 'sign_up_refused',
  email_address_invalid: 'invalid_input',
  validation_failed: 'invalid_input',
}

/** A refusal of the auth server in our words; what it does not explain is a fault. */
export function fromAuth(error: AuthFailure): AppError {
  const known = CODE[error.code ?? '']
  if (known === 'rate_limited')
    return new AppError(known, { details: { retryAfterSeconds: 60 }, cause: error })
  if (known) return new AppError(known, { cause: error })
  return new AppError(error.status && error.status < 500 ? 'invalid_credentials' : 'unavailable', {
    cause: error,
  })
}
