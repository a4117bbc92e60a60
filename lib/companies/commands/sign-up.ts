import { createCompany } from '@/lib/companies/commands/create-company'
import { openAccount } from '@/lib/companies/commands/open-account'
import { isSlugTaken } from '@/lib/companies/queries'
import type { SignUp } from '@/lib/companies/schema'
import type { VisitorContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'

/**
 * Opens an account and founds its company. Safe to repeat with the same password after the address of the company
 * turned out to be taken.
 * @throws AppError `slug_taken` · `slug_invalid` · `sign_up_refused` · `weak_password` · `rate_limited`
 */
export async function signUp(
  ctx: VisitorContext,
  { fullName, email, password, ...company }: SignUp,
): Promise<{ state: 'signed_in' | 'confirm_email' }> {
  await limitRate(RATE_LIMITS.signup, ctx.ip)
  // Asked before the account exists, so that a taken address costs nothing; the database decides again.
  if (await isSlugTaken(ctx, company.slug)) throw new AppError('slug_taken')
  const intent = { full_name: fullName, locale: ctx.locale, company }
  const state = await openAccount(ctx, { email, password }, intent)
  if (state === 'signed_in') await createCompany(ctx, company, fullName)
  return { state }
}
