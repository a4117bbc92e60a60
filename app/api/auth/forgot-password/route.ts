import { requestPasswordReset } from '@/lib/companies/commands/reset-password'
import { ForgotPassword } from '@/lib/companies/schema'
import { openRoute } from '@/lib/core/route'

/** Sends a link for a new password; the answer does not tell whether the account exists. */
export const POST = openRoute({ body: ForgotPassword, status: 202 }, ({ ctx, body }) =>
  requestPasswordReset(ctx, body),
)
