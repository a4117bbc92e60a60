import { currentRequest } from '@/lib/core/current-request'
import { checkAuth, checkCache, checkDatabase, checkStorage } from '@/lib/core/health'
import { respond } from '@/lib/core/route'

/** How each part is. 503 only when the core (database, auth) is down: without a cache or storage we still book. */
export const GET = () =>
  respond(async () => {
    const { requestId } = await currentRequest()
    const [database, auth, storage, cache] = await Promise.all([
      checkDatabase(requestId),
      checkAuth(),
      checkStorage(requestId),
      checkCache(),
    ])
    const up = database.status === 'up' && auth.status === 'up'
    const data = { status: up ? 'up' : 'down', checks: { database, auth, storage, cache } }
    return Response.json({ success: up, data }, { status: up ? 200 : 503 })
  })
