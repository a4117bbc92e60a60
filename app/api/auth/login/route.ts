import { logIn } from '@/lib/companies/commands/log-in'
import { LogIn } from '@/lib/companies/schema'
import { openRoute } from '@/lib/core/route'

/** Starts a session: the cookie for browsers, the token for machines. */
export const POST = openRoute({ body: LogIn }, ({ ctx, body }) => logIn(ctx, body))
