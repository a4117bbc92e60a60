import { fromAuth } from '@/lib/companies/auth-errors'
import { completeSignUp } from '@/lib/companies/commands/complete-sign-up'
import type { LogIn } from '@/lib/companies/schema'
import type { VisitorContext } from '@/lib/core/context'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'

/** A session as machines need it; browsers have the cookie. */
export type LoggedIn = { userId: string; accessToken: string; expiresAt: number | null }

/**
 * Logs in. An unknown address and a wrong password answer the same; both the address and the caller are limited.
 * @throws AppError `invalid_credentials` · `email_not_confirmed` · `rate_limited`
 */
export async function logIn(ctx: VisitorContext, { email, password }: LogIn): Promise<LoggedIn> {
  await limitRate(RATE_LIMITS.login, `ip:${ctx.ip}`)
  await limitRate(RATE_LIMITS.login, `account:${email}`)
  const { data, error } = await ctx.db.auth.signInWithPassword({ email, password })
  if (error) throw fromAuth(error)
  await completeSignUp(ctx, data.user)
  ctx.log.info({ event: 'session.started', userId: data.user.id })
  const { data: current } = await ctx.db.auth.getSession()
  const session = current.session ?? data.session
  return { userId: data.user.id, accessToken: session.access_token, expiresAt: session.expires_at ?? null }
}
