import { logOut } from '@/lib/companies/commands/log-out'
import { openRoute } from '@/lib/core/route'

/** Ends this session. */
export const POST = openRoute({ status: 204 }, ({ ctx }) => logOut(ctx))
