import { apiRoute } from '@/lib/core/route'
import { getVersion } from '@/lib/timeline/queries'

/** A mark that differs after every change; screens that stay open compare it. */
export const GET = apiRoute({ permission: 'reservations.see', recent: true }, async ({ ctx }) => ({
  version: await getVersion(ctx),
}))
