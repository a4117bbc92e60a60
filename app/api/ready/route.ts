import { currentRequest } from '@/lib/core/current-request'
import { checkDatabase } from '@/lib/core/health'
import { respond } from '@/lib/core/route'

/** Whether this process may get traffic: it runs and reaches the database. */
export const GET = () =>
  respond(async () => {
    const { requestId } = await currentRequest()
    const ready = (await checkDatabase(requestId)).status === 'up'
    return Response.json({ success: ready, data: { ready } }, { status: ready ? 200 : 503 })
  })
