import { fromAuth } from '@/lib/companies/auth-errors'
import { completeSignUp } from '@/lib/companies/commands/complete-sign-up'
import type { ConfirmEmail, ForgotPassword, ResetPassword } from '@/lib/companies/schema'
import type { VisitorContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { appUrl } from '@/lib/core/hosts'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'

/** Sends a link for a new password, if the address has an account; the answer is the same, and as quick, if not. */
export async function requestPasswordReset(ctx: VisitorContext, { email }: ForgotPassword): Promise<void> {
  await limitRate(RATE_LIMITS.passwordReset, `ip:${ctx.ip}`)
  await limitRate(RATE_LIMITS.passwordReset, `account:${email}`)
  ctx.later(async () => {
    const { error } = await ctx.db.auth.resetPasswordForEmail(email, {
      redirectTo: appUrl('/reset-password'),
    })
    if (error) ctx.log.warn({ event: 'password_reset.not_sent', err: error })
  })
}

/**
 * Sets a new password with the token from the mail, which works once, and signs in.
 * @throws AppError `link_expired` · `weak_password` · `rate_limited`
 */
export async function resetPassword(
  ctx: VisitorContext,
  { tokenHash, password }: ResetPassword,
): Promise<void> {
  await limitRate(RATE_LIMITS.token, ctx.ip)
  await redeem(ctx, tokenHash, 'recovery')
  const { error } = await ctx.db.auth.updateUser({ password })
  if (error && error.code !== 'same_password') throw fromAuth(error)
  ctx.log.info({ event: 'password.reset' })
}

/**
 * Confirms an address with the token from the mail, signs in and does what the person signed up for.
 * @throws AppError `link_expired` · `rate_limited`
 */
export async function confirmEmail(ctx: VisitorContext, { tokenHash }: ConfirmEmail): Promise<void> {
  await limitRate(RATE_LIMITS.token, ctx.ip)
  await completeSignUp(ctx, await redeem(ctx, tokenHash, 'email'))
}

async function redeem(ctx: VisitorContext, tokenHash: string, type: 'recovery' | 'email') {
  const { data, error } = await ctx.db.auth.verifyOtp({ token_hash: tokenHash, type })
  if (error || !data.user) throw new AppError('link_expired', { cause: error })
  return data.user
}
